import type { Matrix, OutlineShape } from './drawing.ts';
import type { Part } from './part.ts';
import type { Line } from './line.ts';
import type { Run, Target } from './run.ts';

/** A4 portrait. All lengths are points (1/72 inch), from the upper left corner of the page. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

/** Where text stands; headers and footers are outside. */
export const FRAME = { left: 56, top: 62, right: PAGE.width - 56, bottom: PAGE.height - 66 } as const;
export const FRAME_WIDTH = FRAME.right - FRAME.left;
export const FRAME_HEIGHT = FRAME.bottom - FRAME.top;

/** Something on a page. */
export type Mark = TextMark | BoxMark | PictureMark | DrawingMark | PartMark | PlaceMark;

/** A line of text. Decoration where it has no part, whatever the parts of its runs. */
export interface TextMark {
  readonly kind: 'text';
  readonly line: Line;
  readonly left: number;
  readonly baseline: number;
  readonly isDecoration: boolean;
}

/** A filled box: a rule, a bar, a background. Always decoration. */
export interface BoxMark {
  readonly kind: 'box';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export interface PictureMark {
  readonly kind: 'picture';
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** PNG. */
  readonly image: Uint8Array;
  readonly part: Part;
}

/** A drawing that is drawn on the page itself. */
export interface DrawingMark {
  readonly kind: 'drawing';
  readonly left: number;
  readonly top: number;
  /** Points for each pixel of the drawing. */
  readonly scale: number;
  readonly strokes: readonly Stroke[];
  readonly part: Part;
}

/** A shape of a drawing, in its pixels: an outline as it was read, or a line of text that begins at a place. */
export type Stroke =
  | OutlineShape
  | {
      readonly kind: 'line';
      readonly runs: readonly Run[];
      readonly x: number;
      readonly y: number;
      readonly at: Matrix;
    };

/** Says that a part comes here, even if nothing of it is drawn: an empty cell of a table. */
export interface PartMark {
  readonly kind: 'part';
  readonly part: Part;
}

/** Where a heading stands: links and bookmarks lead here. */
export interface PlaceMark {
  readonly kind: 'place';
  readonly anchor: string;
  readonly top: number;
  readonly words: string;
  readonly level: number;
}

/** What leads somewhere: the area of a page, in points. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly target: Target;
}

/** A laid-out page. */
export interface Page {
  /** Drawn first. */
  readonly backgrounds: readonly BoxMark[];
  readonly marks: readonly Mark[];
}

import { oneLine } from '../text/index.ts';
import type { Figure } from '../render/index.ts';
import type { TextShape } from './drawing.ts';
import { linesOf, widthOf } from './line.ts';
import { LOOKS } from './look.ts';
import { FRAME_HEIGHT, type Stroke } from './page.ts';
import { part, type Part } from './part.ts';
import { runsOf, runsOfText, type Pen } from './run.ts';
import { setText } from './set-text.ts';
import { BETWEEN, type Setting } from './setting.ts';

/** A drawing with its caption; where no picture could be made of it, what it shows in words. */
export function setFigure(figure: Figure, setting: Setting): void {
  const { flow, pen, left, width, pictures } = setting;
  const figurePart = part('Figure', setting.within, oneLine(figure.drawing.description));
  const captionPart = part('Caption', setting.within);
  const caption = linesOf(runsOf(figure.caption, LOOKS.caption, captionPart, pen), width, pen);
  const picture = pictures.get(figure);
  flow.space(BETWEEN);
  if (picture === undefined) {
    setText(figure.drawing.description, setting.look, 'P', setting);
    flow.space(BETWEEN / 2);
  } else {
    const full = pictureSize(figure, setting);
    const under = caption.length * LOOKS.caption.leading + BETWEEN;
    const fits = flow.room - under >= full.height * SMALLEST;
    const size = fits ? pictureSize(figure, setting, Math.min(full.height, flow.room - under)) : full;
    flow.need(size.height + under);
    const top = flow.take(size.height).y;
    const place = { left: left + (width - size.width) / 2, top, part: figurePart };
    if ('image' in picture) flow.draw({ kind: 'picture', ...size, ...place, image: picture.image });
    else {
      const { drawing } = picture;
      const strokes = drawing.shapes.map((shape) =>
        shape.kind === 'text' ? worded(shape, figurePart, pen) : shape,
      );
      flow.draw({ kind: 'drawing', ...place, scale: size.width / drawing.width, strokes });
    }
    flow.space(BETWEEN);
  }
  flow.lines(caption, LOOKS.caption, (line) => left + (width - line.width) / 2);
  flow.space(BETWEEN * 2);
}

/** Text of a drawing, in letters that the faces have. */
function worded({ text, face, size, color, x, y, anchor, at }: TextShape, within: Part, pen: Pen): Stroke {
  const runs = runsOfText(text, { face, size, color }, within, pen);
  return { kind: 'line', runs, x: x - widthOf(runs, pen) * BEFORE[anchor], y, at };
}

/** How much of a text stands before the place that it is anchored to. */
const BEFORE = { start: 0, middle: 0.5, end: 1 } as const;

/** Height in points of a drawing at its smallest. */
export function leastFigureHeight(figure: Figure, setting: Setting): number {
  return pictureSize(figure, setting).height * SMALLEST;
}

/** Size of a drawing in points: its own, or less, so that it fits on a page with a heading and its caption. */
function pictureSize(
  figure: Figure,
  { pictures, width }: Setting,
  room: number = FRAME_HEIGHT - PICTURE_SPARE,
): { readonly width: number; readonly height: number } {
  const picture = pictures.get(figure);
  if (picture === undefined) return { width: 0, height: 0 };
  const scale = Math.min(1, width / picture.width, room / picture.height);
  return { width: picture.width * scale, height: picture.height * scale };
}

const PICTURE_SPARE = 110;

/** A drawing is made as small as this to fit on what is left of a page. */
const SMALLEST = 0.75;

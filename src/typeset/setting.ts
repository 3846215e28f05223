import type { Figure, Heading } from '../export/index.ts';
import type { Look } from './look.ts';
import type { PageFlow } from './page-flow.ts';
import type { Part } from './part.ts';
import type { Pen } from './run.ts';

/** A drawing as a picture, in points at its natural size. */
export interface Picture {
  readonly image: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where blocks are being set: between which edges, in what look, as part of what. */
export interface Setting {
  readonly flow: PageFlow;
  readonly pen: Pen;
  readonly left: number;
  readonly width: number;
  readonly look: Look;
  readonly within: Part;
  /** Anchors of the headings that have one. */
  readonly anchors: ReadonlyMap<Heading, string>;
  /** The drawings that could be made pictures. */
  readonly pictures: ReadonlyMap<Figure, Picture>;
}

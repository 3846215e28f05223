import type { Face } from './faces.ts';

/** A drawing as shapes, from back to front. Lengths are pixels of the drawing, from its upper left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** Something drawn. */
export type Shape = OutlineShape | TextShape;

/** Where a shape stands: the six numbers of an affine matrix, as in SVG's `matrix(a b c d e f)`. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A filled or stroked outline. */
export interface OutlineShape {
  readonly kind: 'outline';
  /** As in SVG's `d`. */
  readonly path: string;
  /** As `#rrggbb`; undefined for none. */
  readonly fill: string | undefined;
  readonly stroke: { readonly color: string; readonly width: number } | undefined;
  readonly at: Matrix;
}

/** A line of text; `x` and `y` are where its baseline starts, ends, or has its middle. */
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly face: Face;
  readonly size: number;
  readonly color: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly at: Matrix;
}

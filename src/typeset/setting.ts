import type { Figure, Heading, Table } from '../render/index.ts';
import type { Drawing } from './drawing.ts';
import type { Look } from './look.ts';
import type { PageFlow } from './page-flow.ts';
import type { Part } from './part.ts';
import type { Pen } from './run.ts';
import type { Plan } from './table-plan.ts';

/** What a page shows of a drawing: its shapes, or a picture of it. Width and height are points, at its natural size. */
export type Picture = { readonly width: number; readonly height: number } & (
  | { readonly drawing: Drawing }
  /** PNG. */
  | { readonly image: Uint8Array }
);

/** Distance between blocks, in points. */
export const BETWEEN = 7;

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
  /** Plans of tables that were looked ahead at, for when they are set. */
  readonly plans: Map<Table, Plan>;
  /** The drawings that can be shown. */
  readonly pictures: ReadonlyMap<Figure, Picture>;
}

import type { Column } from '../render/index.ts';
import type { Line } from './line.ts';
import type { Look } from './look.ts';
import type { Part } from './part.ts';

/** How a table is set, worked out from all of its cells. */
export interface Plan {
  readonly look: Look;
  readonly columns: readonly PlannedColumn[];
  readonly heads: Row;
  readonly part: Part;
}

export interface PlannedColumn {
  readonly left: number;
  readonly width: number;
  readonly align: NonNullable<Column['align']>;
}

/** A row of cells in lines. */
export interface Row {
  readonly part: Part;
  readonly cells: readonly Cell[];
  /** In the tallest cell. */
  readonly lines: number;
  readonly height: number;
  /** Thickness of the line under it. */
  readonly rule: number;
}

export interface Cell {
  readonly part: Part;
  readonly lines: readonly Line[];
}

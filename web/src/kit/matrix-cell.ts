/** How strongly a cell is filled, and how what it shows is known. The legend of a page says what is counted. */
export type Fill =
  | 'a1'
  | 'a2'
  | 'a3'
  | 'a4'
  | 'a5'
  /** Derived, in three steps. */
  | 'h1'
  | 'h2'
  | 'h3'
  /** Known only through sub-techniques. */
  | 'subs-only'
  /** Nobody reports it, no rule derives it. */
  | 'none'
  /** Coverage, by level. */
  | 'd0'
  | 'd1'
  | 'd2'
  | 'd3'
  | 'd4';

/** How one sub-technique is known, as a square in the cell of its technique. */
export type SubMark = 'reported' | 'derived' | 'none';

/** A level from 0 to 4. */
export type Level = 0 | 1 | 2 | 3 | 4;

/** One technique in a column of a matrix. */
export interface MatrixCell {
  /** ATT&CK id. */
  readonly id: string;
  readonly name: string;
  readonly fill: Fill;
  /** The value that the fill stands for, as it is printed; always there where the fill is a step. */
  readonly count?: string;
  /** The second channel, on the left edge. */
  readonly gauge?: Level;
  /** Squares, one for each sub-technique, in the order of their ids. */
  readonly subs?: readonly SubMark[];
  /** Squares, one for each of some groups, in their order; in place of those for sub-techniques. */
  readonly slots?: readonly SubMark[];
  /** Sub-techniques, shown below where the reader opens them. */
  readonly children?: readonly MatrixCell[];
  /** What it means, in words: the readout says it, and the accessible name ends with it. */
  readonly words: string;
  /** Whether it is expected and not covered. */
  readonly isGap?: boolean;
}

/** One tactic. */
export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
  /** What of the column is shown, in short: `9 rep. · 7 der.` */
  readonly counts?: string;
  /** In the order of showing. */
  readonly cells: readonly MatrixCell[];
  /** Cells that are shown only where the reader asks for them. */
  readonly rest?: readonly MatrixCell[];
}

/** How much room a cell takes. */
export type Density = 'names' | 'ids' | 'dots';
export const DENSITIES: readonly Density[] = ['names', 'ids', 'dots'];

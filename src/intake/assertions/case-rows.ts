import type { Issue } from '../../facts/index.ts';
import type { Cell } from '../csv.ts';
export type { Cell };

/** One entry of a case file: its fields by name. */
export interface CaseRow {
  readonly fields: ReadonlyMap<string, Cell>;
  readonly line: number;
  readonly column: number;
}

/** A case file taken apart, whatever its format. */
export interface CaseRows {
  /** What the file says of the case as a whole; no fields in a CSV file. */
  readonly head: CaseRow;
  readonly rows: readonly CaseRow[];
  readonly issues: readonly Issue[];
}

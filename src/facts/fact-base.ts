import type { Universe } from './universe.ts';

/**
 * Reported facts, integer-coded: for each relation its distinct rows, and for each row the statements that
 * report it. This is what the reasoner reads and what the analyses count.
 */
export interface FactBase {
  readonly universe: Universe;
  readonly relations: ReadonlyMap<string, ReportedRelation>;
}

/** The rows of one relation. Row `r` is `(columns[0][r], columns[1][r], …)`; rows are distinct and sorted by column. */
export interface ReportedRelation {
  readonly name: string;
  readonly columns: readonly Int32Array[];
  readonly size: number;
  /** Statements of row `r` are `origins[firstStatement[r]] … origins[firstStatement[r + 1] - 1]`; length `size + 1`. */
  readonly firstStatement: Int32Array;
  /** Number, within the knowledge base, of the stored object that reports the row (a relationship, or the object that embeds a reference). */
  readonly origins: Int32Array;
}

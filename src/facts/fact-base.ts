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

/** A reported fact: its relation, and its row there. */
export interface ReportedFact {
  readonly relation: string;
  readonly row: number;
}

/** Calls back with the terms and the number of every row of a relation of two terms. */
export function eachRow(
  rows: { readonly size: number; readonly columns: readonly Int32Array[] } | undefined,
  visit: (subject: number, object: number, row: number) => void,
): void {
  const { columns: [subjects, objects] = [], size = 0 } = rows ?? {};
  if (subjects === undefined || objects === undefined) return;
  for (let row = 0; row < size; row++) visit(subjects[row] ?? -1, objects[row] ?? -1, row);
}

/** The same for a relation by its name; nothing where nobody reports it. */
export function eachReported(
  { relations }: FactBase,
  relation: string,
  visit: (subject: number, object: number, row: number) => void,
): void {
  eachRow(relations.get(relation), visit);
}

/** Numbers of the stored objects that report a fact. */
export function originsOf({ relations }: FactBase, { relation, row }: ReportedFact): readonly number[] {
  const rows = relations.get(relation);
  return rows === undefined
    ? []
    : [...rows.origins.subarray(rows.firstStatement[row], rows.firstStatement[row + 1])];
}

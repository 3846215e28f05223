import type { Evidence, FactBase } from '../../facts/index.ts';
import type { StoredObject } from '../../knowledge/index.ts';
import type { Model } from '../../reasoning/index.ts';
import type { Known } from '../../desk/index.ts';

/** What a profile is made from: the facts, who told them in which words, and what derived ones rest on. */
export interface SourcedFacts extends Known {
  /** Told facts, with the statements that tell each. */
  readonly told: FactBase;
  /** A stored object, by its number. Asked only for what an answer names. */
  object(stored: number): StoredObject;
  /** Why a statement is believed, by the number of the stored object that makes it. */
  evidence(stored: number): Evidence;
  /** Told and derived facts with every derivation. */
  readonly model: Model;
}

/** A row of a told relation. */
export interface ReportedFact {
  readonly relation: string;
  readonly row: number;
}

/** Rows of a told relation whose first term is this one. */
export function reportedRowsOf(
  { told }: Pick<SourcedFacts, 'told'>,
  relation: string,
  subject: number,
): readonly number[] {
  const rows = told.relations.get(relation);
  const subjects = rows?.columns[0];
  if (rows === undefined || subjects === undefined) return [];
  const found: number[] = [];
  for (
    let row = firstRowOf(subjects, rows.size, subject);
    row < rows.size && subjects[row] === subject;
    row++
  ) {
    found.push(row);
  }
  return found;
}

/** Rows are sorted by their first term. */
function firstRowOf(subjects: Int32Array, size: number, subject: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((subjects[middle] ?? 0) < subject) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Terms of a told fact. */
export function termsOf({ told }: SourcedFacts, { relation, row }: ReportedFact): readonly number[] {
  return (told.relations.get(relation)?.columns ?? []).map((column) => column[row] ?? -1);
}

/** Everything that tells a fact. */
export function evidenceOf(sourced: SourcedFacts, { relation, row }: ReportedFact): readonly Evidence[] {
  const rows = sourced.told.relations.get(relation);
  if (rows === undefined) return [];
  return [...rows.origins.subarray(rows.firstStatement[row], rows.firstStatement[row + 1])].map((origin) =>
    sourced.evidence(origin),
  );
}

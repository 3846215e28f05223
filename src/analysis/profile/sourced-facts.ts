import { originsOf, type Evidence, type FactBase, type ReportedFact } from '../../facts/index.ts';
import type { StoredObject } from '../../knowledge/index.ts';
import type { Model } from '../../reasoning/index.ts';
import type { Known } from '../../desk/index.ts';

/** What a profile is made from: reported facts with their evidence, and derived facts with what they rest on. */
export interface SourcedFacts extends Known {
  /** Reported facts, each with the stored objects that state it. */
  readonly reported: FactBase;
  /** A stored object, by its number. Asked only for what an answer names. */
  object(stored: number): StoredObject;
  /** The evidence of a fact, by the number of a stored object that states it. */
  evidence(stored: number): Evidence;
  /** Reported and derived facts, with every derivation. */
  readonly model: Model;
}

/** Rows of the reported facts of a relation whose first term is this one. */
export function reportedRowsOf(
  { reported }: Pick<SourcedFacts, 'reported'>,
  relation: string,
  subject: number,
): readonly number[] {
  const rows = reported.relations.get(relation);
  const subjects = rows?.columns[0];
  if (rows === undefined || subjects === undefined) return [];
  const found: number[] = [];
  const first = firstRowOf(subjects, rows.size, subject);
  for (let row = first; row < rows.size && subjects[row] === subject; row++) found.push(row);
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

/** Terms of a reported fact. */
export function termsOf({ reported }: SourcedFacts, { relation, row }: ReportedFact): readonly number[] {
  return (reported.relations.get(relation)?.columns ?? []).map((column) => column[row] ?? -1);
}

/** All evidence of a fact, one piece for each stored object that states it. */
export function evidenceOf(sourced: SourcedFacts, fact: ReportedFact): readonly Evidence[] {
  return originsOf(sourced.reported, fact).map((origin) => sourced.evidence(origin));
}

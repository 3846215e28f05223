import { eachRow } from '../facts/index.ts';
import type { Catalogue } from '../knowledge/index.ts';

/**
 * Facts as analyses read them, reported and derived alike: an evaluated model, or reported facts alone.
 * Relations that no source reports and no rule derives are absent.
 */
export interface KnownFacts {
  relation(name: string): { readonly size: number; readonly columns: readonly Int32Array[] } | undefined;
}

/** What the analyses are given: the facts, and the catalogue that says what their terms are. */
export interface Known {
  readonly catalogue: Catalogue;
  readonly facts: KnownFacts;
}

/**
 * The relations that the shipped rule packs derive and the analyses read. A pack without one of them
 * makes the analysis find nothing there.
 */
export const DERIVED = {
  use: 'indirectly-uses',
  mitigation: 'relevant-mitigation',
  detection: 'relevant-detection',
} as const;

/** Calls back with the two terms of every row of a binary relation. */
export function eachPair(
  { facts }: Known,
  relation: string,
  visit: (subject: number, object: number) => void,
): void {
  eachRow(facts.relation(relation), visit);
}

/** Objects of a subject, in the order of the rows. */
export function objectsOf(known: Known, relation: string, subject: number): readonly number[] {
  const found: number[] = [];
  eachPair(known, relation, (each, object) => {
    if (each === subject) found.push(object);
  });
  return found;
}

/** Subjects of an object, in the order of the rows. */
export function subjectsOf(known: Known, relation: string, object: number): readonly number[] {
  const found: number[] = [];
  eachPair(known, relation, (subject, each) => {
    if (each === object) found.push(subject);
  });
  return found;
}

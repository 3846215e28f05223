import type { Trait } from '../../src/analysis/victims/readings.ts';
import { namedTerm, traitsOf, type SourcedFacts } from '../../src/analysis/index.ts';

/** What a reported relation leads to from a subject. */
export function objectsIn(sourced: SourcedFacts, relation: string, subject: number): readonly number[] {
  const facts = sourced.reported.relations.get(relation);
  const [subjects, objects] = facts?.columns ?? [];
  const found: number[] = [];
  for (let row = 0; row < (facts?.size ?? 0); row++)
    if (subjects?.[row] === subject) found.push(objects?.[row] ?? -1);
  return found;
}

/** Whom a thing attacked, as reported. */
export function victimsOf(sourced: SourcedFacts, subject: number): readonly Trait[] {
  return objectsIn(sourced, 'targets', subject).flatMap((term) =>
    traitsOf('targets', namedTerm(sourced, term)),
  );
}

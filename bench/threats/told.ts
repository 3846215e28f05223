import { namedTerm, traitsOf, type SourcedFacts, type Trait } from '../../src/analysis/index.ts';

/** What a told relation leads to from a subject. */
export function objectsIn(sourced: SourcedFacts, relation: string, subject: number): readonly number[] {
  const told = sourced.reported.relations.get(relation);
  const [subjects, objects] = told?.columns ?? [];
  const found: number[] = [];
  for (let row = 0; row < (told?.size ?? 0); row++)
    if (subjects?.[row] === subject) found.push(objects?.[row] ?? -1);
  return found;
}

/** What is told of whom a thing attacked. */
export function traitsTold(sourced: SourcedFacts, subject: number): readonly Trait[] {
  return objectsIn(sourced, 'targets', subject).flatMap((term) =>
    traitsOf('targets', namedTerm(sourced, term)),
  );
}

import type { Statement } from '../../answers/index.ts';
import { hasType } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { DERIVED, subjectsOf } from '../../desk/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { newestFirst, statementOf } from './statements.ts';
import { usesOf } from './uses-of.ts';

/** Groups that use a technique or software: each list newest evidence first. */
export interface Users {
  /** Groups and threat actors of which a source reports it. */
  readonly groups: readonly Statement[];
  /** Those of which only rules derive it. */
  readonly derived: readonly Statement[];
}

/** Groups that use a technique or software, with the evidence that profiles have for it. */
export function usersOf(sourced: SourcedFacts, used: number): Users {
  const { catalogue } = sourced;
  const groups = [...typesOf('group'), ...typesOf('actor')];
  const users = [...subjectsOf(sourced, 'uses', used), ...subjectsOf(sourced, DERIVED.use, used)];
  const asked = [...new Set(users)].filter((user) => hasType(catalogue, user, groups));
  const types = [catalogue.entry(used).type];
  const found = [...usesOf({ sourced }, asked, { types, only: used })].flatMap(([user, uses]) =>
    uses.map(({ use, evidence, through }) => ({ use, by: statementOf(sourced, user, evidence, through) })),
  );
  const known = (wanted: 'direct' | 'derived'): readonly Statement[] =>
    found.flatMap(({ use, by }) => (use === wanted ? [by] : [])).toSorted(newestFirst);
  return { groups: known('direct'), derived: known('derived') };
}

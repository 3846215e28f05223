import { hasType } from '../identity/actor-joins.ts';
import { typesOf } from '../../threat/index.ts';
import { subjectsOf } from '../../desk/index.ts';
import { termsOf, toldRowsOf } from '../profile/testimony.ts';
import type { Testimony, ToldFact } from '../profile/testimony.ts';

/** A told use, and what it is a use of. */
export interface ToldUse {
  readonly fact: ToldFact;
  readonly used: number;
}

/** What a user was told to use, of some types. */
export function toldUses(testimony: Testimony, user: number, types: readonly string[]): readonly ToldUse[] {
  return toldRowsOf(testimony, 'uses', user)
    .map((row) => {
      const fact = { relation: 'uses', row };
      return { fact, used: termsOf(testimony, fact)[1] ?? -1 };
    })
    .filter(({ used }) => types.includes(typeOf(testimony, used)));
}

/** Who does things, as against what things can do. */
const ACTORS: ReadonlySet<string> = new Set([
  ...typesOf('group'),
  ...typesOf('actor'),
  ...typesOf('campaign'),
]);

/**
 * The leaves that say what the user or its campaigns did. What software can do is told once and for all users:
 * its date says nothing of when this user did it.
 */
export function actsAmong(
  testimony: Testimony,
  leaves: readonly ToldFact[],
  user: number,
): readonly ToldFact[] {
  return leaves.filter((leaf) => {
    const actor = termsOf(testimony, leaf)[0] ?? -1;
    return leaf.relation === 'uses' && (actor === user || ACTORS.has(typeOf(testimony, actor)));
  });
}

/** Campaigns attributed to a group. */
export function campaignTerms(testimony: Testimony, group: number): readonly number[] {
  return subjectsOf(testimony, 'attributed-to', group).filter((term) =>
    hasType(testimony.catalogue, term, typesOf('campaign')),
  );
}

export function typeOf({ catalogue }: Testimony, term: number): string {
  return catalogue.types[catalogue.typeOf[term] ?? -1] ?? '';
}

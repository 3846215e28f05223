import { tally } from '../../text/index.ts';
import { typesOf } from '../../threat/index.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { techniquesOfGroups } from './factors/lookups-of.ts';

/** How rare techniques are among the live groups in view. */
export interface Rarities {
  readonly groupsInView: number;
  /** Live groups that use a technique, reported or derived, and the logarithm of how many more there are. */
  readonly of: (technique: number) => { readonly users: number; readonly rarity: number };
}

/** Counts the users of every technique. */
export function raritiesIn(sourced: SourcedFacts): Rarities {
  const { catalogue } = sourced;
  const live = [...techniquesOfGroups(sourced)].filter(([group]) => !catalogue.isWithdrawn(group));
  const usersOf = tally(live.flatMap(([, techniques]) => [...techniques]));
  const groupsInView = catalogue.ofType(typesOf('group')).length;
  return {
    groupsInView,
    of: (technique) => {
      const users = usersOf.get(technique) ?? 0;
      return { users, rarity: Math.log((1 + groupsInView) / (1 + users)) };
    },
  };
}

import { hasType } from '../facts/index.ts';
import type { Mention, TechniqueCount, TechniqueUse, UseKind } from '../answers/index.ts';
import { typesOf } from '../threat/index.ts';
import { DERIVED, eachPair, type Known } from '../desk/index.ts';
import { compareMentions, mention } from './mention.ts';

/** Which uses to take in. */
export interface UseSearch {
  /** Take in uses that only rules know (through software, through an attributed campaign). Default false. */
  readonly derived?: boolean;
  /** Only techniques that all of the users use. Default false: any of them. */
  readonly shared?: boolean;
}

/**
 * Techniques that the given users (groups, campaigns or software) use, most widely used first, then by ATT&CK id.
 * A use that is both reported and derived counts as direct. Sub-techniques count apart from their parents.
 */
export function techniqueUses(
  known: Known,
  users: readonly number[],
  search: UseSearch = {},
): readonly TechniqueUse[] {
  const wanted = new Set(users);
  const uses = collectUses(known, (user) => wanted.has(user), search.derived ?? false);
  const least = search.shared ? wanted.size : 1;
  return [...uses]
    .filter(([, usedBy]) => usedBy.size >= least)
    .map(([technique, usedBy]) => describeUse(known, technique, usedBy))
    .toSorted(compareUses);
}

/** Which counts to give. */
export interface CountSearch {
  readonly derived?: boolean;
  /** Fewest and most groups, both inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly sort?: 'count' | 'id' | 'name' | undefined;
  readonly limit?: number | undefined;
}

/** For every technique in use, how many groups use it. Default order: most used first. */
export function techniqueCounts(known: Known, search: CountSearch = {}): readonly TechniqueCount[] {
  const isGroup = (term: number): boolean => hasType(known.catalogue, term, typesOf('group'));
  const counts = [...collectUses(known, isGroup, search.derived ?? false)]
    .map(([technique, usedBy]) => ({
      technique: mention(known.catalogue, technique),
      groups: usedBy.size,
      derivedOnly: [...usedBy.values()].filter((use) => use === 'derived').length,
    }))
    .filter(({ groups }) => groups >= (search.min ?? 1) && groups <= (search.max ?? Infinity))
    .toSorted(COUNT_ORDERS[search.sort ?? 'count']);
  return counts.slice(0, search.limit ?? counts.length);
}

const byTechnique = (left: { technique: Mention }, right: { technique: Mention }): number =>
  compareMentions(left.technique, right.technique);

const COUNT_ORDERS: Record<
  NonNullable<CountSearch['sort']>,
  (left: TechniqueCount, right: TechniqueCount) => number
> = {
  count: (left, right) => right.groups - left.groups || byTechnique(left, right),
  id: byTechnique,
  name: (left, right) => (left.technique.name < right.technique.name ? -1 : 1),
};

const TECHNIQUE_TYPES = typesOf('technique');

/** technique → user → how; direct wins over derived. */
function collectUses(
  known: Known,
  takes: (user: number) => boolean,
  derived: boolean,
): Map<number, Map<number, UseKind>> {
  const uses = new Map<number, Map<number, UseKind>>();
  const collect = (use: UseKind) => (user: number, used: number) => {
    if (!takes(user) || !hasType(known.catalogue, used, TECHNIQUE_TYPES)) return;
    const usedBy = uses.get(used) ?? new Map<number, UseKind>();
    if (!usedBy.has(user)) usedBy.set(user, use);
    uses.set(used, usedBy);
  };
  eachPair(known, 'uses', collect('direct'));
  if (derived) eachPair(known, DERIVED.use, collect('derived'));
  return uses;
}

function describeUse(known: Known, technique: number, usedBy: ReadonlyMap<number, UseKind>): TechniqueUse {
  return {
    technique: mention(known.catalogue, technique),
    users: [...usedBy]
      .map(([user, use]) => ({ user: mention(known.catalogue, user), use }))
      .toSorted((left, right) => compareMentions(left.user, right.user)),
  };
}

function compareUses(left: TechniqueUse, right: TechniqueUse): number {
  return right.users.length - left.users.length || byTechnique(left, right);
}

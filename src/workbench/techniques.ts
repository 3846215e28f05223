import { sayMention, type Mention } from '../answers/index.ts';
import { mention, techniqueCounts, techniqueUses } from '../analysis/index.ts';
import type { CountSearch, TechniqueCount, TechniqueUse, UseSearch } from '../analysis/index.ts';
import { typesOf } from '../threat/index.ts';
import { knownTo } from '../desk/index.ts';
import type { Desk } from '../desk/index.ts';
import { findOne } from './find-one.ts';

/** Techniques of some users. */
export interface TechniquesUsed {
  readonly users: readonly Mention[];
  readonly derived: boolean;
  readonly shared: boolean;
  readonly techniques: readonly TechniqueUse[];
  readonly notes: readonly string[];
}

/** Who can use techniques. */
const USER_TYPES = [...typesOf('group'), ...typesOf('actor'), ...typesOf('campaign'), ...typesOf('software')];

/**
 * Techniques used by any of the named groups (or campaigns, software), or by all of them, most widely used first.
 *
 * @param names ATT&CK ids, STIX ids, names or aliases
 * @throws FoeprintError W601–W603 for a name that does not lead to one of them
 */
export function techniquesUsedBy(
  desk: Desk,
  names: readonly string[],
  search: UseSearch = {},
): TechniquesUsed {
  const { catalogue } = desk.view;
  const found = names.map((name) => findOne(desk.view, name, USER_TYPES));
  const users = [...new Set(found.map(({ term }) => term))];
  const techniques = techniqueUses(knownTo(desk), users, search);
  return {
    users: users.map((term) => mention(catalogue, term)),
    derived: search.derived ?? false,
    shared: search.shared ?? false,
    techniques,
    notes: [
      ...found.flatMap(({ notes }) => notes),
      ...(techniques.length > 0 ? [] : whyNone(desk, users, search)),
    ],
  };
}

/** Why there is no technique: nobody tells any, rules know some, or the users have none in common. */
function whyNone(desk: Desk, users: readonly number[], search: UseSearch): readonly string[] {
  const named = users.map((term) => sayMention(mention(desk.view.catalogue, term)));
  const any = (derived: boolean): boolean => techniqueUses(knownTo(desk), users, { derived }).length > 0;
  const derived = search.derived ?? false;
  if (named.length === 0) return [];
  if (any(derived)) return ['There is no technique that all of them are known to use.'];
  const it = named.length === 1 ? 'it' : 'any of them';
  return [
    !derived && any(true)
      ? `Nobody tells techniques of ${it}; some follow from its software and campaigns: ask with \`--derived\`.`
      : `Nobody tells techniques of ${it}.`,
  ];
}

/** Usage counts over all groups. */
export interface TechniqueUsage {
  readonly derived: boolean;
  readonly techniques: readonly TechniqueCount[];
}

/** For every technique, how many of all groups use it; see {@link CountSearch} for what can be asked. */
export function techniqueUsage(desk: Desk, search: CountSearch = {}): TechniqueUsage {
  return { derived: search.derived ?? false, techniques: techniqueCounts(knownTo(desk), search) };
}

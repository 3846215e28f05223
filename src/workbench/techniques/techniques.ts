import type { PrevalenceAnswer, TechniquesAnswer } from '../../answers/index.ts';
import {
  mention,
  techniqueCounts,
  techniqueUses,
  type CountSearch,
  type UseSearch,
  sayTerm,
} from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { findOne } from '../names/find-one.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import type { Answered } from '../use-case.ts';

/** Who can use techniques. */
const USER_TYPES = [...typesOf('group'), ...typesOf('actor'), ...typesOf('campaign'), ...typesOf('software')];

/** Which techniques to give. */
export interface UsedSearch extends UseSearch {
  /** Default: all. */
  readonly limit?: number | undefined;
}

/**
 * Techniques used by any of the named groups (or campaigns, software), or by all of them, most widely used first.
 *
 * @param names ATT&CK ids, STIX ids, names or aliases
 * @throws FoeprintError W601–W603 for a name that does not lead to one of them, W645 without a name
 */
export function techniquesUsedBy(
  desk: Desk,
  names: readonly string[],
  search: UsedSearch = {},
): Answered<TechniquesAnswer> {
  if (names.length > 0) return techniquesOf(desk, names, search);
  throw errorOf(WORKBENCH_ISSUES.noGroupNamed, 'No group, campaign or software is named.');
}

/** The same, none of nobody. */
export function techniquesOf(
  desk: Desk,
  names: readonly string[],
  { derived = false, shared = false, limit }: UsedSearch = {},
): Answered<TechniquesAnswer> {
  const { catalogue } = desk.view;
  const found = names.map((name) => findOne(desk.view, name, USER_TYPES));
  const users = [...new Set(found.map(({ term }) => term))];
  const techniques = techniqueUses(knownTo(desk), users, { derived, shared });
  return {
    answer: {
      users: users.map((term) => mention(catalogue, term)),
      derived,
      shared,
      techniques: techniques.slice(0, limit),
    },
    notes: [
      ...found.flatMap(({ notes }) => notes),
      ...(techniques.length > 0 ? [] : whyNone(desk, users, derived)),
    ],
  };
}

/** Why there is no technique: no source reports any, rules derive some, or the users have none in common. */
function whyNone(desk: Desk, users: readonly number[], derived: boolean): readonly string[] {
  const named = users.map((term) => sayTerm(desk.view.catalogue, term));
  const any = (withDerived: boolean): boolean =>
    techniqueUses(knownTo(desk), users, { derived: withDerived }).length > 0;
  if (named.length === 0) return [];
  if (any(derived)) return ['There is no technique that all of them are known to use.'];
  const it = named.length === 1 ? 'it' : 'any of them';
  return [
    !derived && any(true)
      ? `No source reports techniques of ${it}; some follow from its software and campaigns: ask with \`--derived\`.`
      : `No source reports techniques of ${it}.`,
  ];
}

/** For every technique, how many of all groups use it; see {@link CountSearch} for what can be asked. */
export function techniqueUsage(desk: Desk, search: CountSearch = {}): PrevalenceAnswer {
  return { derived: search.derived ?? false, techniques: techniqueCounts(knownTo(desk), search) };
}

import type { CompareAnswer, OverlapAnswer } from '../../answers/index.ts';
import {
  compareGroups,
  compareLayer,
  groupOverlap,
  tacticsOf,
  type OverlapSearch,
} from '../../analysis/index.ts';
import { knownTo, type Desk } from '../../desk/index.ts';
import { errorOf } from '../../facts/index.ts';
import { defined } from '../../text/index.ts';
import { LAYER_GROUP_COLORS, type Layer } from '../../threat/index.ts';
import { WORKBENCH_ISSUES } from '../issues.ts';
import { groupLayers, type LayerSearch } from '../layers/layers.ts';
import { findAdversary } from '../names/find-adversary.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { answeredAs, type Answered } from '../use-case.ts';

/**
 * What some groups have in common, tactic by tactic. Naming a group twice changes nothing.
 *
 * @throws FoeprintError W601–W603 when a name does not lead to a group, W609 for fewer than two
 */
export function compareNamed(
  desk: Desk,
  names: readonly string[],
  search: { readonly derived?: boolean } = {},
): Answered<CompareAnswer> {
  const { terms, notes } = findSeveral(desk, names);
  return { answer: compareGroups(knownTo(desk), tacticsOf(sourcedFactsOf(desk)), terms, search), notes };
}

/**
 * The same as one layer for each domain, with a colour for each group and one for what several use.
 *
 * @throws FoeprintError W790 for more groups than there are colours, and as {@link compareNamed} does
 */
export function comparedLayers(
  desk: Desk,
  names: readonly string[],
  { derived = false, policy }: Pick<LayerSearch, 'derived' | 'policy'> = {},
): Answered<readonly Layer[]> {
  const { terms } = findSeveral(desk, names);
  const most = LAYER_GROUP_COLORS.length;
  if (terms.length > most)
    throw errorOf(
      WORKBENCH_ISSUES.tooManyColors,
      `${terms.length} groups are named; there are colours for ${most}.`,
    );
  return answeredAs(
    groupLayers(desk, names, { derived, make: compareLayer, ...defined({ policy }) }),
    ({ layers }) => layers,
  );
}

/**
 * How alike all groups in view are, or those named.
 *
 * @throws FoeprintError W601–W603 when a name does not lead to a group
 */
export function overlapOf(
  desk: Desk,
  names: readonly string[],
  search: OverlapSearch = {},
): Answered<OverlapAnswer> {
  const { terms, notes } = findAll(desk, names);
  return { answer: groupOverlap(knownTo(desk), search, terms.length === 0 ? undefined : terms), notes };
}

function findSeveral(desk: Desk, names: readonly string[]) {
  const found = findAll(desk, names);
  if (found.terms.length >= 2) return found;
  throw errorOf(WORKBENCH_ISSUES.tooFewGroups, `Only ${found.terms.length} of two or more groups is named.`);
}

function findAll(desk: Desk, names: readonly string[]) {
  const found = names.map((name) => findAdversary(desk, name));
  return { terms: [...new Set(found.map(({ term }) => term))], notes: found.flatMap(({ notes }) => notes) };
}

import { compareGroups, groupOverlap, tacticsOf } from '../analysis/index.ts';
import type { GroupComparison, GroupOverlap, OverlapSearch } from '../analysis/index.ts';
import { FoeprintError, issueOf } from '../facts/index.ts';
import { knownTo } from '../desk/index.ts';
import type { Desk } from '../desk/index.ts';
import { WORKBENCH_ISSUES } from './issues.ts';
import { findAdversary } from './profile.ts';
import { testimonyOf } from './testimony.ts';

/** A comparison, and what to know of how the groups were found. */
export interface ComparisonAnswer extends GroupComparison {
  readonly notes: readonly string[];
}

/**
 * What some groups have in common, tactic by tactic. Naming a group twice changes nothing.
 *
 * @throws FoeprintError W601–W603 when a name does not lead to a group, W609 for fewer than two
 */
export function compareNamed(
  desk: Desk,
  names: readonly string[],
  search: { readonly derived?: boolean } = {},
): ComparisonAnswer {
  const found = names.map((name) => findAdversary(desk, name));
  const terms = [...new Set(found.map(({ term }) => term))];
  if (terms.length < 2) {
    throw new FoeprintError([
      issueOf(WORKBENCH_ISSUES.tooFewGroups, `Only ${terms.length} of two or more groups is named.`),
    ]);
  }
  return {
    ...compareGroups(knownTo(desk), tacticsOf(testimonyOf(desk)), terms, search),
    notes: found.flatMap(({ notes }) => notes),
  };
}

/**
 * How alike all groups in view are, or those named.
 *
 * @throws FoeprintError W601–W603 when a name does not lead to a group
 */
export function overlapOf(desk: Desk, names: readonly string[], search: OverlapSearch = {}): GroupOverlap {
  const terms = [...new Set(names.map((name) => findAdversary(desk, name).term))];
  return groupOverlap(knownTo(desk), search, terms.length === 0 ? undefined : terms);
}

import type { Measure, OverlapAnswer } from '../answers/index.ts';
import { count } from '../text/index.ts';

/** What was compared with what, in words. */
export function sayBasis(overlap: OverlapAnswer): string {
  const { groups, derived, rollUp, measure, min, pairs, population } = overlap;
  return [
    `${count(groups.length, 'group')} by ${population} techniques`,
    rollUp ? ', sub-techniques rolled up to their parents' : '',
    derived ? ', derived uses among them' : ', as reported by sources',
    `; ${count(pairs.length, 'pair')} at ${min} or more by ${MEASURE_NAMES[measure]}.`,
  ].join('');
}

/** What the matrix shows, in words. */
export function describeOverlap({ groups, pairs, min, clusters }: OverlapAnswer): string {
  const [first] = pairs;
  const most = first === undefined ? '' : ` The most alike are ${first.left.name} and ${first.right.name}.`;
  return `${count(groups.length, 'group')} compared with each other; ${count(pairs.length, 'pair')} at ${min} or more, in ${count(clusters.length, 'cluster')}.${most}`;
}

/** What similarity is measured by, in words. */
export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  jaccard: 'Jaccard index',
  overlap: 'overlap coefficient',
  rarity: 'rarity-weighted Jaccard index',
};

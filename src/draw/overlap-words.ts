import type { Measure, OverlapAnswer } from '../answers/index.ts';
import { count } from '../text/index.ts';

/** What was compared with what, in words. */
export function sayBasis(overlap: OverlapAnswer): string {
  const { groups, derived, rollUp, measure, min, pairs, population } = overlap;
  return [
    `${count(groups.length, 'group')} by ${population} techniques`,
    rollUp ? ', sub-techniques rolled up to their parents' : '',
    derived ? ', derived uses among them' : ', as reported by sources',
    `; ${count(pairs.length, 'pair')}${sayLeast(min)}, by ${MEASURE_NAMES[measure]}.`,
  ].join('');
}

/** What the matrix shows, in words. */
export function describeOverlap({ groups, pairs, min, clusters, clusteredAt }: OverlapAnswer): string {
  const [first] = pairs;
  const most =
    first === undefined
      ? ''
      : ` The most surprising overlap is that of ${first.left.name} and ${first.right.name}.`;
  return `${count(groups.length, 'group')} compared with each other; ${count(pairs.length, 'pair')}${sayLeast(min)}, and ${count(clusters.length, 'cluster')} at ${clusteredAt}.${most}`;
}

function sayLeast(min: number): string {
  return min > 0 ? ` at ${min} or more` : '';
}

/** What similarity is measured by, in words. */
export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  jaccard: 'Jaccard index',
  overlap: 'overlap coefficient',
  rarity: 'rarity-weighted Jaccard index',
};

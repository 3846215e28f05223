import { Mention } from '../explanation/mention.ts';
import { argument, choice, decimal, flag, question, whole } from '../question.ts';
import { as, count, list, number, oneOf, shape, truth, type Of } from '../schema.ts';

/**
 * Ways to say how alike two groups are, each 0 (nothing shared) to 1 (the same; for `overlap`: one within the other):
 * - `jaccard`: what they share over what either has
 * - `overlap`: what they share over the smaller of the two
 * - `rarity`: Jaccard with every technique weighted by how few groups use it
 */
export const MEASURES = ['jaccard', 'overlap', 'rarity'] as const;
/** One of {@link MEASURES}. */
export type Measure = (typeof MEASURES)[number];

/** How alike all groups are. */
export const OverlapQuestion = question({
  groups: argument('[name...]', 'only these groups, by id, name or alias: every pair of them'),
  min: decimal('--min <similarity>', 'least similarity of a pair or cluster', {
    fallback: '0.4; for pairs of groups that are named, 0',
  }),
  least: whole('--least <techniques>', 'techniques that both groups of a pair have at least', {
    fallback: '5; for groups that are named, 1',
  }),
  measure: choice('--measure <measure>', MEASURES, 'how to measure it', { fallback: 'jaccard' }),
  rollUp: flag('--roll-up', 'count sub-techniques as their parents'),
  derived: flag('--derived', 'take in uses that rules derive: shared tools then make many groups alike'),
});

export const ComparedGroup = shape('ComparedGroup', 'A group that is compared.', {
  group: as(Mention, 'the group'),
  techniques: count('techniques that it uses'),
});
export type ComparedGroup = Of<typeof ComparedGroup>;

export const PairOverlap = shape('PairOverlap', 'How alike two groups are, by every measure.', {
  left: as(Mention, 'one group'),
  right: as(Mention, 'the other'),
  shared: count('techniques that both use'),
  jaccard: number('0 … 1: what they share over what either uses'),
  overlap: number('0 … 1: what they share over what the smaller uses'),
  rarity: number('0 … 1: as `jaccard`, techniques weighted by how few groups use them'),
  expected: number('techniques that two of these sizes share on average, if drawn at random'),
  p: number('chance to share at least as many at random, 0 … 1; 0 where it is too small for a number'),
  log10p: number('the same as a power of ten: -12.3 means 10^-12.3; 0 is certain'),
});
export type PairOverlap = Of<typeof PairOverlap>;

export const OverlapAnswer = shape('OverlapAnswer', 'How alike all of some groups are.', {
  derived: truth('whether uses that only rules derive are taken in'),
  rollUp: truth('whether sub-techniques count as their parents'),
  measure: oneOf(MEASURES, 'what `similarity`, `pairs` and `clusters` go by'),
  min: number('least similarity of a pair listed'),
  least: count('techniques that both groups of a pair listed have at least'),
  clusteredAt: number('least similarity of a cluster'),
  groups: list(
    ComparedGroup,
    'groups compared, those that are alike next to each other; without those that use no technique',
  ),
  withoutTechniques: list(Mention, 'those, of which no technique is known'),
  population: count('techniques that any group loaded uses: what `p` counts against'),
  shared: list(
    list(count('techniques'), 'a row, in the order of `groups`'),
    'techniques that each group shares with each: a square table in the order of `groups`',
  ),
  similarity: list(
    list(number('0 … 1'), 'a row, in the order of `groups`'),
    'similarity of each group to each, likewise',
  ),
  pairs: list(
    PairOverlap,
    'pairs at least `min` alike, of groups with at least `least` techniques, those first whose overlap is the least likely by chance',
  ),
  clusters: list(
    list(count('place in `groups`'), 'a cluster'),
    'groups that hang together at `clusteredAt`, by average linkage; largest first',
  ),
});
export type OverlapAnswer = Of<typeof OverlapAnswer>;

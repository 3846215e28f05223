import {
  MEASURES,
  type ComparedGroup,
  type Measure,
  type OverlapAnswer,
  type PairOverlap,
} from '../../answers/index.ts';
import type { Known } from '../../desk/index.ts';
import { mention } from '../mention.ts';
import { sharedCount } from './bit-sets.ts';
import { clusterBy, clusterOrder, clustersAt } from './cluster.ts';
import { surpriseOf } from './hypergeometric.ts';
import { similarityBy } from './measures.ts';
import { overlapMatrix } from './overlap-matrix.ts';
import { techniqueSets, type CompareBasis, type TechniqueSets } from './technique-sets.ts';

/** Which overlap to look at. */
export interface OverlapSearch extends CompareBasis {
  /** Default `jaccard`. */
  readonly measure?: Measure | undefined;
  /** Least similarity, 0 … 1, of a pair and of a cluster. Default 0.4; for pairs of users that are named, 0. */
  readonly min?: number | undefined;
  /** Techniques that both of a pair have at least: few are soon shared by chance. Default 5; for users that are named, 1. */
  readonly least?: number | undefined;
}

/** Compares all groups, or those named, with each other: of these it lists every pair. */
export function groupOverlap(
  known: Known,
  search: OverlapSearch = {},
  users?: readonly number[],
): OverlapAnswer {
  const { measure = 'jaccard', derived = false, rollUp = false } = search;
  const { min = users === undefined ? 0.4 : 0, least = users === undefined ? 5 : 1 } = search;
  const clusteredAt = search.min ?? 0.4;
  const basis = { derived, rollUp };
  const all = techniqueSets(known, basis, users);
  const filled = all.groups.filter((_, set) => (all.sets.sizes[set] ?? 0) > 0);
  const compared = techniqueSets(known, basis, filled);
  const { size, shared, similarity } = overlapMatrix(compared.sets, measure, compared.rarity);
  const tree = clusterBy(similarity, size);
  const order = clusterOrder(tree, similarity);
  const place = new Map(order.map((set, index) => [set, index]));
  const arranged = (table: ArrayLike<number>) =>
    order.map((row) => order.map((column) => table[row * size + column] ?? 0));
  return {
    derived,
    rollUp,
    measure,
    min,
    least,
    clusteredAt,
    groups: order.map((set) => comparedGroup(known, compared, set)),
    withoutTechniques: all.groups
      .filter((group) => !filled.includes(group))
      .map((group) => mention(known.catalogue, group)),
    population: compared.techniques.length,
    shared: arranged(shared),
    similarity: arranged(similarity),
    pairs: alikePairs(known, compared, similarity, { measure, min, least }),
    clusters: clustersAt(tree, clusteredAt).map((members) =>
      members.flatMap((set) => place.get(set) ?? []).toSorted((left, right) => left - right),
    ),
  };
}

function comparedGroup({ catalogue }: Known, { groups, sets }: TechniqueSets, set: number): ComparedGroup {
  return { group: mention(catalogue, groups[set] ?? -1), techniques: sets.sizes[set] ?? 0 };
}

/** Those first that sizes explain the least: by the chance to share as many techniques or more. */
function alikePairs(
  known: Known,
  compared: TechniqueSets,
  similarity: Float64Array,
  { measure, min, least }: Pick<OverlapAnswer, 'measure' | 'min' | 'least'>,
): readonly PairOverlap[] {
  const { size, sizes } = compared.sets;
  const isLarge = (set: number) => (sizes[set] ?? 0) >= least;
  const describe = pairDescriber(known, compared);
  const pairs: PairOverlap[] = [];
  for (let left = 0; left < size; left++) {
    for (let right = left + 1; right < size; right++)
      if (isLarge(left) && isLarge(right) && (similarity[left * size + right] ?? 0) >= min)
        pairs.push(describe(left, right));
  }
  return pairs.toSorted((one, other) => one.log10p - other.log10p || other[measure] - one[measure]);
}

/** Describes pairs of sets, by number, with all measures. */
export function pairDescriber(
  { catalogue }: Known,
  { groups, sets, techniques, rarity: weights }: TechniqueSets,
): (left: number, right: number) => PairOverlap {
  const [jaccard, overlap, rarity] = MEASURES.map((measure) => similarityBy(measure, sets, weights));
  return (left, right) => {
    const shared = sharedCount(sets, left, right);
    return {
      left: mention(catalogue, groups[left] ?? -1),
      right: mention(catalogue, groups[right] ?? -1),
      shared,
      jaccard: jaccard?.(left, right) ?? 0,
      overlap: overlap?.(left, right) ?? 0,
      rarity: rarity?.(left, right) ?? 0,
      ...surpriseOf(shared, sets.sizes[left] ?? 0, sets.sizes[right] ?? 0, techniques.length),
    };
  };
}

import type { Measure } from '../../answers/index.ts';
import { holderCounts, sharedCount, sharedWeight, type BitSets } from './bit-sets.ts';

/**
 * How alike two sets are: what they share over what either has (Jaccard 1901).
 *
 * @returns 0 (nothing shared) to 1 (equal); 0 when both are empty.
 */
export function jaccard(shared: number, left: number, right: number): number {
  return shared === 0 ? 0 : shared / (left + right - shared);
}

/**
 * How much of the smaller set lies in the larger (Szymkiewicz–Simpson): 1 where one is part of the other, whatever
 * their sizes, so a group with few known techniques is easily "inside" one with many.
 *
 * @returns 0 to 1; 0 when either is empty.
 */
export function overlapCoefficient(shared: number, left: number, right: number): number {
  return shared === 0 ? 0 : shared / Math.min(left, right);
}

/**
 * Weight of an item by how few sets hold it: ln((1 + sets) / holders), the inverse document frequency of
 * Spärck Jones (1972). One is added so that an item held by all still weighs something; 0 for an item that none holds.
 *
 * @param sets number of sets that hold anything
 * @param holders number of sets that hold the item
 */
export function rarityWeight(sets: number, holders: number): number {
  return holders === 0 ? 0 : Math.log((1 + sets) / holders);
}

/** {@link rarityWeight} of every item; empty sets do not count. */
export function rarityWeights(sets: BitSets): Float64Array {
  const filled = sets.sizes.filter((size) => size > 0).length;
  return Float64Array.from(holderCounts(sets), (holders) => rarityWeight(filled, holders));
}

/** Similarity of two sets by number. */
export type Similarity = (left: number, right: number) => number;

/**
 * Prepares a measure for some sets.
 *
 * @param weights of the items, for `rarity`; default {@link rarityWeights} of these sets. Where the sets are a few out of many, hand
 * in the weights of the many.
 */
export function similarityBy(measure: Measure, sets: BitSets, weights?: Float64Array): Similarity {
  return PREPARED[measure](sets, weights);
}

const PREPARED: Readonly<Record<Measure, (sets: BitSets, weights?: Float64Array) => Similarity>> = {
  jaccard: bySize(jaccard),
  overlap: bySize(overlapCoefficient),
  rarity: byRarity,
};

function bySize(formula: typeof jaccard): (sets: BitSets) => Similarity {
  return (sets) => (left, right) =>
    formula(sharedCount(sets, left, right), sets.sizes[left] ?? 0, sets.sizes[right] ?? 0);
}

function byRarity(sets: BitSets, weights: Float64Array = rarityWeights(sets)): Similarity {
  const totals = Float64Array.from({ length: sets.size }, (_, set) => sharedWeight(sets, set, set, weights));
  return (left, right) =>
    jaccard(sharedWeight(sets, left, right, weights), totals[left] ?? 0, totals[right] ?? 0);
}

import type { Measure } from '../../answers/index.ts';
import { sharedCount, type BitSets } from './bit-sets.ts';
import { similarityBy } from './measures.ts';

/** How alike each of some sets is to each other: two square tables, row by row. */
export interface OverlapMatrix {
  readonly size: number;
  /** Items shared; on the diagonal, items held. */
  readonly shared: Float64Array;
  /** Similarity 0 … 1; on the diagonal 1, or 0 for an empty set. */
  readonly similarity: Float64Array;
}

/** Compares every set with every other; `weights` as in {@link similarityBy}. */
export function overlapMatrix(
  sets: BitSets,
  measure: Measure = 'jaccard',
  weights?: Float64Array,
): OverlapMatrix {
  const { size } = sets;
  return {
    size,
    shared: sharedTable(sets),
    similarity: squareTable(size, similarityBy(measure, sets, weights)),
  };
}

/** How many items every two sets share; on the diagonal, how many each has. */
export function sharedTable(sets: BitSets): Float64Array {
  return squareTable(sets.size, (left, right) => sharedCount(sets, left, right));
}

/** A square table of what stands between every two of some things, row by row; the same in both directions. */
export function squareTable(size: number, between: (left: number, right: number) => number): Float64Array {
  const table = new Float64Array(size * size);
  for (let left = 0; left < size; left++)
    for (let right = left; right < size; right++)
      table[left * size + right] = table[right * size + left] = between(left, right);
  return table;
}

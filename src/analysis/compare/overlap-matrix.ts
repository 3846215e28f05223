import type { Measure } from '../../answers/index.ts';
import { sharedCount, type BitSets } from './bit-sets.ts';
import { similarityBy } from './measures.ts';

/** How alike each of some sets is to each other: two square tables, row by row. */
export interface OverlapMatrix {
  readonly size: number;
  readonly measure: Measure;
  /** Items shared; on the diagonal, items held. */
  readonly shared: Int32Array;
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
  const similar = similarityBy(measure, sets, weights);
  const shared = new Int32Array(size * size);
  const similarity = new Float64Array(size * size);
  for (let left = 0; left < size; left++) {
    for (let right = left; right < size; right++) {
      const common = sharedCount(sets, left, right);
      if (common === 0) continue;
      const value = similar(left, right);
      shared[left * size + right] = shared[right * size + left] = common;
      similarity[left * size + right] = similarity[right * size + left] = value;
    }
  }
  return { size, measure, shared, similarity };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitSetsOf } from '../../../src/analysis/compare/bit-sets.ts';
import { clusterBy, clusterOrder, clustersAt } from '../../../src/analysis/compare/cluster.ts';
import { overlapMatrix } from '../../../src/analysis/compare/overlap-matrix.ts';

const ITEMS = 150;
const item = fc.oneof({ weight: 3, arbitrary: fc.nat(20) }, { weight: 2, arbitrary: fc.nat(ITEMS - 1) });
const manySets = fc.array(fc.uniqueArray(item, { maxLength: 30 }), { minLength: 1, maxLength: 40 });

test('the matrix is symmetric, with the sizes and ones on its diagonal', () => {
  const { shared, similarity } = overlapMatrix(bitSetsOf([[0, 1, 2], [1, 2], []], 3));
  expect([...shared]).toEqual([3, 2, 0, 2, 2, 0, 0, 0, 0]);
  expect([...similarity]).toEqual([1, 2 / 3, 0, 2 / 3, 1, 0, 0, 0, 0]);
});

// Two pairs that are alike, one loner: 0-1 at 0.8, 2-3 at 0.6, across at 0.2, the loner at nothing.
const TABLE = Float64Array.from(
  [
    [1, 0.8, 0.2, 0.2, 0],
    [0.8, 1, 0.2, 0.2, 0],
    [0.2, 0.2, 1, 0.6, 0],
    [0.2, 0.2, 0.6, 1, 0],
    [0, 0, 0, 0, 1],
  ].flat(),
);

test('average linkage merges the most alike first', () => {
  expect(clusterBy(TABLE, 5).merges).toEqual([
    { left: 0, right: 1, similarity: 0.8 },
    { left: 2, right: 3, similarity: 0.6 },
    { left: 5, right: 6, similarity: 0.2 },
    { left: 7, right: 4, similarity: 0 },
  ]);
});

test.for([
  { min: 0.7, clusters: [[0, 1]] },
  {
    min: 0.5,
    clusters: [
      [0, 1],
      [2, 3],
    ],
  },
  { min: 0.2, clusters: [[0, 1, 2, 3]] },
])('clusters at $min', ({ min, clusters }) => {
  expect(clustersAt(clusterBy(TABLE, 5), min)).toEqual(clusters);
});

test.for([0, 1])('%i things have no merges', (size) => {
  const tree = clusterBy(new Float64Array(size * size).fill(1), size);
  expect(tree.merges).toEqual([]);
  expect(clusterOrder(tree, new Float64Array(size * size))).toHaveLength(size);
});

test('merges go down in likeness, name earlier clusters only, and match a search of all pairs', () => {
  fc.assert(
    fc.property(manySets, (sets) => {
      const { similarity, size } = overlapMatrix(bitSetsOf(sets, ITEMS));
      const tree = clusterBy(similarity, size);
      expect(tree.merges).toHaveLength(size - 1);
      const members: (readonly number[])[] = sets.map((_, member) => [member]);
      let last = Infinity;
      tree.merges.forEach((merge, index) => {
        const left = members[merge.left] ?? [];
        const right = members[merge.right] ?? [];
        expect(merge.similarity).toBeLessThanOrEqual(last);
        expect(merge.similarity).toBeCloseTo(averageBetween(left, right, similarity, size), 9);
        last = merge.similarity;
        members[size + index] = [...left, ...right];
      });
      expect([...(members.at(-1) ?? [])].toSorted((one, other) => one - other)).toEqual([...sets.keys()]);
      expect([...clusterOrder(tree, similarity)].toSorted((one, other) => one - other)).toEqual([
        ...sets.keys(),
      ]);
    }),
  );
});

function averageBetween(
  left: readonly number[],
  right: readonly number[],
  table: Float64Array,
  size: number,
): number {
  let sum = 0;
  for (const one of left) for (const other of right) sum += table[one * size + other] ?? 0;
  return sum / (left.length * right.length);
}

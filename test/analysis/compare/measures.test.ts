import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bitSetsOf,
  holderCounts,
  holds,
  popCount,
  sharedCount,
} from '../../../src/analysis/compare/bit-sets.ts';
import { MEASURES } from '../../../src/answers/index.ts';
import {
  jaccard,
  overlapCoefficient,
  rarityWeight,
  similarityBy,
} from '../../../src/analysis/compare/measures.ts';

test.for([
  { shared: 0, left: 0, right: 0, jaccardIs: 0, overlapIs: 0 },
  { shared: 0, left: 3, right: 0, jaccardIs: 0, overlapIs: 0 },
  { shared: 1, left: 2, right: 2, jaccardIs: 1 / 3, overlapIs: 1 / 2 },
  { shared: 2, left: 2, right: 8, jaccardIs: 2 / 8, overlapIs: 1 },
  { shared: 5, left: 5, right: 5, jaccardIs: 1, overlapIs: 1 },
])('$shared shared of $left and $right', ({ shared, left, right, jaccardIs, overlapIs }) => {
  expect(jaccard(shared, left, right)).toBeCloseTo(jaccardIs, 12);
  expect(overlapCoefficient(shared, left, right)).toBeCloseTo(overlapIs, 12);
});

test('an item that few hold weighs more than one that all hold, and even that weighs something', () => {
  expect(rarityWeight(100, 1)).toBeCloseTo(Math.log(101), 12);
  expect(rarityWeight(100, 100)).toBeCloseTo(Math.log(1.01), 12);
  expect(rarityWeight(100, 0)).toBe(0);
});

test('sharing the rare technique makes more alike than sharing the common one', () => {
  // Item 0 is held by all, item 1 by two, the others by one set each.
  const sets = bitSetsOf([[0, 1, 2], [1, 3, 4], [0, 5, 6], [0], [0]], 7);
  const rarity = similarityBy('rarity', sets);
  expect(similarityBy('jaccard', sets)(0, 1)).toBe(similarityBy('jaccard', sets)(0, 2));
  expect(rarity(0, 1)).toBeGreaterThan(rarity(0, 2));
});

const ITEMS = 90;
const manySets = fc.array(fc.uniqueArray(fc.nat(ITEMS - 1), { maxLength: 40 }), {
  minLength: 2,
  maxLength: 8,
});

test('bits hold what they were made of', () => {
  fc.assert(
    fc.property(manySets, (sets) => {
      const bits = bitSetsOf(sets, ITEMS);
      sets.forEach((members, set) => {
        expect(
          Array.from({ length: ITEMS }, (_, item) => item).filter((item) => holds(bits, set, item)),
        ).toEqual(members.toSorted((left, right) => left - right));
        expect(bits.sizes[set]).toBe(members.length);
      });
      expect(sharedCount(bits, 0, 1)).toBe(sets[0]?.filter((item) => sets[1]?.includes(item)).length);
      expect(holderCounts(bits)[7]).toBe(sets.filter((members) => members.includes(7)).length);
    }),
  );
});

test('bits are counted', () => {
  fc.assert(
    fc.property(fc.integer(), (word) => {
      expect(popCount(word)).toBe((word >>> 0).toString(2).replaceAll('0', '').length);
    }),
  );
});

test.for([...MEASURES])('%s is symmetric, within 0 and 1, and 1 for equal sets', (measure) => {
  fc.assert(
    fc.property(manySets, (sets) => {
      const bits = bitSetsOf([...sets, sets[0] ?? []], ITEMS);
      const similar = similarityBy(measure, bits);
      const value = similar(0, 1);
      expect(value).toBe(similar(1, 0));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1 + 1e-12);
      expect(similar(0, sets.length)).toBeCloseTo(sets[0]?.length === 0 ? 0 : 1, 12);
    }),
  );
});

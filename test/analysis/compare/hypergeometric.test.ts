import fc from 'fast-check';
import { expect, test } from 'vitest';
import { logProbability, surpriseOf } from '../../../src/analysis/compare/hypergeometric.ts';

// Worked by hand from binomial coefficients.
test.for([
  { shared: 1, left: 1, right: 1, population: 4, expected: 1 / 4, p: 1 / 4 },
  { shared: 2, left: 2, right: 2, population: 4, expected: 1, p: 1 / 6 },
  { shared: 1, left: 2, right: 2, population: 4, expected: 1, p: 5 / 6 },
  { shared: 0, left: 2, right: 2, population: 4, expected: 1, p: 1 },
  { shared: 5, left: 5, right: 5, population: 52, expected: 25 / 52, p: 1 / 2_598_960 },
  { shared: 0, left: 0, right: 0, population: 0, expected: 0, p: 1 },
  // Nine items, six and five drawn: two must be shared.
  { shared: 2, left: 6, right: 5, population: 9, expected: 30 / 9, p: 1 },
])('$shared of $left and $right in $population', ({ shared, left, right, population, expected, p }) => {
  const surprise = surpriseOf(shared, left, right, population);
  expect(surprise.expected).toBeCloseTo(expected, 12);
  expect(surprise.p).toBeCloseTo(p, 12);
  expect(10 ** surprise.log10p).toBeCloseTo(p, 12);
});

test('a chance too small for a number keeps its power of ten', () => {
  const surprise = surpriseOf(2000, 2000, 2000, 10_000);
  expect(surprise.p).toBe(0);
  expect(surprise.log10p).toBeLessThan(-2000);
  expect(Number.isFinite(surprise.log10p)).toBe(true);
});

const draws = fc
  .record({
    population: fc.integer({ min: 1, max: 120 }),
    leftShare: fc.double({ min: 0, max: 1, noNaN: true }),
    rightShare: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ population, leftShare, rightShare }) => ({
    population,
    left: Math.round(leftShare * population),
    right: Math.round(rightShare * population),
  }));

test('the chances of all possible overlaps add up to one, and every tail is the sum of its terms', () => {
  fc.assert(
    fc.property(draws, ({ population, left, right }) => {
      const least = Math.max(0, left + right - population);
      let tail = 0;
      for (let shared = Math.min(left, right); shared >= least; shared--) {
        tail += Math.exp(logProbability(shared, left, right, population));
        expect(surpriseOf(shared, left, right, population).p).toBeCloseTo(tail, 9);
      }
      expect(tail).toBeCloseTo(1, 9);
    }),
  );
});

test('which set is marked makes no difference', () => {
  fc.assert(
    fc.property(draws, ({ population, left, right }) => {
      const shared = Math.min(left, right);
      expect(surpriseOf(shared, left, right, population).log10p).toBeCloseTo(
        surpriseOf(shared, right, left, population).log10p,
        9,
      );
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  coveredBy,
  coverWithin,
  greedyCover,
  inGreedyOrder,
  type CoverProblem,
} from '../../../src/analysis/planning/cover.ts';
import { costOf, optimum, problems, worthOf } from '../../support/cover-problems.ts';

/** Parts 0 … 4 of weights 5 4 3 2 1, and options by what they cover. */
const problem = (...options: readonly (readonly [cost: number, ...covers: number[]])[]): CoverProblem => ({
  weights: [5, 4, 3, 2, 1],
  options: options.map(([cost, ...covers]) => ({ cost, covers })),
});

/** `option +adds`, in order. */
const said = (steps: ReturnType<typeof greedyCover>): readonly string[] =>
  steps.map(({ option, adds }) => `${option} +${adds}`);

describe('the greedy order', () => {
  test('next comes what adds most to what is covered, not what covers most', () => {
    expect(said(greedyCover(problem([1, 0, 1], [1, 1, 2], [1, 0, 2, 3])))).toEqual(['2 +10', '0 +4']);
  });

  test('of equal ones the first comes, and nothing that adds nothing', () => {
    expect(said(greedyCover(problem([1, 0], [1, 0], [1])))).toEqual(['0 +5']);
  });

  test('by rate, what adds most for its cost; what no longer fits is passed over', () => {
    const costly = problem([4, 0, 1], [1, 2], [3, 3, 4]);
    expect(said(greedyCover(costly, { by: 'rate', budget: 5 }))).toEqual(['1 +3', '0 +9']);
    expect(said(greedyCover(costly, { by: 'rate', budget: 4 }))).toEqual(['1 +3', '2 +3']);
  });

  test('ten of a tenth fit in one', () => {
    const tenths = {
      weights: Array.from({ length: 11 }, () => 1),
      options: Array.from({ length: 11 }, (_, part) => ({ cost: 0.1, covers: [part] })),
    };
    expect(greedyCover(tenths, { budget: 1 })).toHaveLength(10);
  });
});

describe('within a budget', () => {
  test('one dear choice is taken where it covers more than many cheap ones', () => {
    // For its cost the small one is better, and then the large one no longer fits.
    const { steps, bound } = coverWithin(problem([1, 4], [10, 0, 1, 2, 3]), 10);
    expect(said(steps)).toEqual(['1 +14']);
    expect(bound).toBeGreaterThanOrEqual(14);
  });

  test('where all that can be covered is covered, the bound says so', () => {
    const { steps, bound } = coverWithin(problem([1, 0, 1], [1, 2]), 2);
    expect([coveredBy(steps), bound]).toEqual([12, 12]);
  });

  test('nothing fits in nothing, and nothing is there of nothing', () => {
    expect(coverWithin(problem([1, 0]), 0)).toEqual({ steps: [], bound: 0 });
    expect(coverWithin({ weights: [], options: [] }, 5)).toEqual({ steps: [], bound: 0 });
  });
});

const budgets = fc.integer({ min: 0, max: 8 });

test('where all cost the same, the greedy order covers 1 − 1/e of the best, and the bound is no less than the best', () => {
  fc.assert(
    fc.property(problems(fc.constant(1)), budgets, (given, budget) => {
      const best = optimum(given, budget);
      const { steps, bound } = coverWithin(given, budget);
      expect(steps.length).toBeLessThanOrEqual(budget);
      expect(coveredBy(steps)).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
      expect(coveredBy(steps)).toBeLessThanOrEqual(best);
      expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
    }),
  );
});

test('whatever things cost, half of that, within the budget, and the bound is no less than the best', () => {
  fc.assert(
    fc.property(problems(fc.integer({ min: 1, max: 5 })), budgets, (given, budget) => {
      const best = optimum(given, budget);
      const { steps, bound } = coverWithin(given, budget);
      expect(
        costOf(
          given,
          steps.map(({ option }) => option),
        ),
      ).toBeLessThanOrEqual(budget);
      expect(coveredBy(steps)).toBeGreaterThanOrEqual(((1 - 1 / Math.E) / 2) * best - 1e-9);
      expect(coveredBy(steps)).toBeLessThanOrEqual(best);
      expect(bound).toBeGreaterThanOrEqual(best - 1e-9);
    }),
  );
});

test('any choice covers in greedy order what it covers', () => {
  fc.assert(
    fc.property(problems(fc.integer({ min: 1, max: 5 })), fc.uniqueArray(fc.nat(6)), (given, numbers) => {
      const chosen = numbers.filter((index) => index < given.options.length);
      expect(coveredBy(inGreedyOrder(given, chosen))).toBe(worthOf(given, chosen));
    }),
  );
});

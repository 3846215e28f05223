import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coveredBy, coverWithin } from '../../src/analysis/planning/cover.ts';
import { improve } from '../../src/analysis/planning/improve.ts';
import { openSolver } from '../../src/solver/index.ts';
import { costOf, optimum, problems } from '../support/cover-problems.ts';

// Small problems are solved at once: the limit in seconds is far beyond what any of them takes.
const SECONDS = 60;
const solver = await openSolver();

// Greedy takes the option in the middle first; the best are the two that share it.
const PROBLEM = {
  weights: [3, 3, 2, 2, 2, 2],
  options: [
    { cost: 1, covers: [2, 3, 0] },
    { cost: 1, covers: [0, 1, 2] },
    { cost: 1, covers: [1, 4, 5] },
  ],
};

test('where the greedy order misses the best, the solver finds it', () => {
  const greedy = coverWithin(PROBLEM, 2);
  const improved = improve(PROBLEM, 2, greedy, solver, SECONDS);
  expect(coveredBy(greedy.steps)).toBe(12);
  expect([coveredBy(improved.steps), improved.by, improved.isBest, improved.bound]).toEqual([
    14,
    'solver',
    true,
    14,
  ]);
});

test('improved is the best that there is, within the budget, and the bound is no less', () => {
  fc.assert(
    fc.property(
      problems(fc.integer({ min: 1, max: 5 })),
      fc.integer({ min: 0, max: 8 }),
      (problem, budget) => {
        const { steps, bound, isBest } = improve(
          problem,
          budget,
          coverWithin(problem, budget),
          solver,
          SECONDS,
        );
        const best = optimum(problem, budget);
        expect(isBest).toBe(true);
        expect(coveredBy(steps)).toBeCloseTo(best, 6);
        expect(bound).toBeGreaterThanOrEqual(best - 1e-4);
        expect(
          costOf(
            problem,
            steps.map(({ option }) => option),
          ),
        ).toBeLessThanOrEqual(budget);
      },
    ),
    { numRuns: 50 },
  );
});

test('stopped before it began, the greedy choice stands', () => {
  const greedy = coverWithin(PROBLEM, 2);
  const nothing = (): { values: undefined; bound: number; isOptimal: boolean } => ({
    values: undefined,
    bound: Infinity,
    isOptimal: false,
  });
  expect(improve(PROBLEM, 2, greedy, nothing, 0)).toEqual({ ...greedy, by: 'greedy', isBest: false });
});

import type { IntegerProgram, Solver } from '../../desk/index.ts';
import { addTo, lowest } from '../../text/index.ts';
import { coveredBy, inGreedyOrder, isReached, type BoundedCover, type CoverProblem } from './cover.ts';

/** A choice, and how it was found. */
export interface ImprovedCover extends BoundedCover {
  /** What found it: the greedy order stays where the solver finds nothing better. */
  readonly by: 'greedy' | 'solver';
  /** Whether it is known that none is better; false also where the time did not suffice to know. */
  readonly isBest: boolean;
}

/** How far a solver must be ahead of the greedy order to count, of its value. */
const AHEAD = 1e-6;

/** The better of a choice and of what a solver finds within some seconds, starting from it. */
export function improve(
  problem: CoverProblem,
  budget: number,
  greedy: BoundedCover,
  solver: Solver,
  seconds: number,
): ImprovedCover {
  // What covers as much as the bound cannot be better.
  if (isReached(greedy)) return { ...greedy, by: 'greedy', isBest: true };
  const { program, optionOf } = programOf(problem, budget, greedy);
  const { values, bound, isOptimal } = solver(program, seconds);
  const chosen = optionOf.filter((_, column) => (values?.[column] ?? 0) > 0.5);
  const steps = inGreedyOrder(problem, chosen);
  const isAhead = coveredBy(steps) > coveredBy(greedy.steps) * (1 + AHEAD);
  return {
    steps: isAhead ? steps : greedy.steps,
    bound: Math.max(coveredBy(isAhead ? steps : greedy.steps), lowest([greedy.bound, bound])),
    by: isAhead ? 'solver' : 'greedy',
    isBest: isOptimal,
  };
}

/**
 * A choice within a budget as an integer programme: a column for each option that could be taken, then one for all parts that the same
 * options cover, which counts as far as one of these is taken.
 */
function programOf(
  { weights, options }: CoverProblem,
  budget: number,
  greedy: BoundedCover,
): { readonly program: IntegerProgram; readonly optionOf: readonly number[] } {
  const optionOf = [...options.keys()].filter((index) => (options[index]?.cost ?? 0) <= budget);
  const columnsOf = new Map<number, number[]>();
  for (const [column, index] of optionOf.entries())
    for (const part of options[index]?.covers ?? []) addTo(columnsOf, part, column);
  const alike = new Map<string, { readonly by: readonly number[]; weight: number }>();
  for (const [part, by] of columnsOf) {
    const key = by.join(' ');
    const known = alike.get(key) ?? { by, weight: 0 };
    known.weight += weights[part] ?? 0;
    alike.set(key, known);
  }
  const parts = [...alike.values()].filter(({ weight }) => weight > 0);
  const taken = new Set(greedy.steps.map(({ option }) => option));
  const start = optionOf.map((index) => (taken.has(index) ? 1 : 0));
  return {
    optionOf,
    program: {
      gains: [...optionOf.map(() => 0), ...parts.map(({ weight }) => weight)],
      whole: [...optionOf.map(() => true), ...parts.map(() => false)],
      limits: [
        {
          terms: optionOf.map((index, column) => [column, options[index]?.cost ?? 0] as const),
          most: budget,
        },
        ...parts.map(({ by }, number) => ({
          terms: [[optionOf.length + number, 1] as const, ...by.map((column) => [column, -1] as const)],
          most: 0,
        })),
      ],
      start: [...start, ...parts.map(({ by }) => (by.some((column) => start[column] === 1) ? 1 : 0))],
    },
  };
}

import fc from 'fast-check';
import type { CoverOption, CoverProblem } from '../../src/analysis/planning/cover.ts';

const subsets = (options: readonly CoverOption[]): readonly (readonly number[])[] =>
  Array.from({ length: 2 ** options.length }, (_, bits) =>
    [...options.keys()].filter((index) => (bits >> index) % 2 === 1),
  );

/** What a choice covers. */
export const worthOf = ({ weights, options }: CoverProblem, chosen: readonly number[]): number =>
  [...new Set(chosen.flatMap((index) => options[index]?.covers ?? []))].reduce(
    (total, part) => total + (weights[part] ?? 0),
    0,
  );

/** What a choice costs. */
export const costOf = ({ options }: CoverProblem, chosen: readonly number[]): number =>
  chosen.reduce((total, index) => total + (options[index]?.cost ?? 0), 0);

/** The best that there is, by trying everything. */
export function optimum(given: CoverProblem, budget: number): number {
  return Math.max(
    ...subsets(given.options).flatMap((chosen) =>
      costOf(given, chosen) <= budget ? [worthOf(given, chosen)] : [],
    ),
  );
}

/** Up to seven options over eight parts. */
export const problems = (costs: fc.Arbitrary<number>): fc.Arbitrary<CoverProblem> =>
  fc.record({
    weights: fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 8, maxLength: 8 }),
    options: fc.array(fc.record({ cost: costs, covers: fc.uniqueArray(fc.nat(7), { maxLength: 5 }) }), {
      maxLength: 7,
    }),
  });

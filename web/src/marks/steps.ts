import type { Fill, Level } from '../kit/matrix-cell.ts';

/** Steps of the adversary’s scale by the number of independent publishers: 1, 2, 3, 4 and 5, 6 or more. Fixed, so that pages compare. */
export function publisherStep(publishers: number): Fill {
  return `a${stepOf(publishers, [2, 3, 4, 6])}` as Fill;
}

/** Steps of what is derived, by the number of ways: up to 3, up to 9, 10 or more. */
export function waysStep(ways: number): Fill {
  return `h${Math.min(3, stepOf(ways, [4, 10]))}` as Fill;
}

/** Steps by the year of the newest evidence, counted back from a year: this or the last, two, up to four, up to seven years ago, older. */
export function yearStep(year: number, from: number): 1 | 2 | 3 | 4 | 5 {
  const age = from - year;
  return age <= 1 ? 5 : age <= 2 ? 4 : age <= 4 ? 3 : age <= 7 ? 2 : 1;
}

/** Steps by score, 0 … 100. */
export function scoreStep(score: number): 1 | 2 | 3 | 4 | 5 {
  return stepOf(score, [25, 45, 65, 85]);
}

/** Expectation, 0 … 1: .10, .20, .30, .42. */
export function expectationStep(expectation: number): 1 | 2 | 3 | 4 | 5 {
  return stepOf(expectation, [0.1, 0.2, 0.3, 0.42]);
}

/** Likeness, 0 … 1: 0 below .05, then .15, .25, .35, .45. */
export function likenessStep(likeness: number): Level | 5 {
  return likeness < 0.05 ? 0 : stepOf(likeness, [0.15, 0.25, 0.35, 0.45]);
}

/** A step of a scale in its texture: solid where reported, hatched (in three) where derived. */
export function textured(step: 1 | 2 | 3 | 4 | 5, isReported: boolean): Fill {
  return isReported ? `a${step}` : `h${step <= 1 ? 1 : step <= 3 ? 2 : 3}`;
}

/** Steps by the number of groups that are reported to use a technique: 1, 5, 15, 30, 60. */
export function usersStep(groups: number): 1 | 2 | 3 | 4 | 5 {
  return stepOf(groups, [5, 15, 30, 60]);
}

function stepOf(value: number, bounds: readonly number[]): 1 | 2 | 3 | 4 | 5 {
  return (1 + bounds.filter((bound) => value >= bound).length) as 1 | 2 | 3 | 4 | 5;
}

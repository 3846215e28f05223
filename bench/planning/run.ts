// How fast plans are made, and how good: `npx tsx -C @foeprint/source bench/planning/run.ts [seconds for the solver]`.
// 60 controls against 300 techniques, each answering a few or many; the plain greedy order, which is checked to be the same, is measured in this one run.
import { coveredBy, coverWithin, greedyCover, type CoverProblem } from '../../src/analysis/planning/cover.ts';
import { improve } from '../../src/analysis/planning/improve.ts';
import { openSolver } from '../../src/solver/index.ts';
import { mulberry32 } from '../mulberry32.ts';

const SECONDS = Number(process.argv[2] ?? 5);
const BUDGET = 10;
const random = mulberry32(13);
const problem: CoverProblem = {
  weights: Array.from({ length: 300 }, () => random()),
  options: Array.from({ length: 60 }, () => {
    const reach = 0.02 + 0.2 * random();
    return {
      cost: 1 + Math.floor(3 * random()),
      covers: Array.from({ length: 300 }, (_, part) => part).filter(() => random() < reach),
    };
  }),
};

/** The plain way: every gain anew at every step. */
function plainGreedy({ weights, options }: CoverProblem): readonly number[] {
  const covered = new Set<number>();
  const chosen: number[] = [];
  let left = BUDGET;
  for (;;) {
    let [best, most] = [-1, 0];
    for (const [index, { cost, covers }] of options.entries()) {
      let gain = 0;
      for (const part of covers) if (!covered.has(part)) gain += weights[part] ?? 0;
      if (cost <= left && gain / cost > most) [best, most] = [index, gain / cost];
    }
    const option = options[best];
    if (option === undefined) return chosen;
    chosen.push(best);
    left -= option.cost;
    for (const part of option.covers) covered.add(part);
  }
}

function median(run: () => unknown): number {
  const times = Array.from({ length: 21 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.toSorted((one, other) => one - other)[10] ?? 0;
}

const byRate = greedyCover(problem, { budget: BUDGET, by: 'rate' }).map(({ option }) => option);
if (byRate.join(' ') !== plainGreedy(problem).join(' '))
  throw new Error('the greedy order is not the plain one');
const plain = median(() => plainGreedy(problem));
const bounded = median(() => coverWithin(problem, BUDGET));
const greedy = coverWithin(problem, BUDGET);
const solver = await openSolver();
const start = performance.now();
const improved = improve(problem, BUDGET, greedy, solver, SECONDS);
const took = (performance.now() - start) / 1000;
const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

console.log(`plain greedy order: ${plain.toFixed(2)} ms`);
console.log(
  `both greedy orders with their bound: ${bounded.toFixed(2)} ms, ${(bounded / plain).toFixed(1)}× of the plain one`,
);
console.log(
  `greedy: ${coveredBy(greedy.steps).toFixed(2)}, at least ${share(coveredBy(greedy.steps), greedy.bound)} of the best by its own bound`,
);
console.log(
  `${improved.by} after ${took.toFixed(1)} s of ${SECONDS}: ${coveredBy(improved.steps).toFixed(2)}${improved.isBest ? ', the best' : ''}; greedy reaches at least ${share(coveredBy(greedy.steps), improved.bound)}`,
);

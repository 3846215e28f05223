import { addTo, highest, lowest, sum } from '../../text/index.ts';

/** What to choose from, so that what is chosen covers as much as it can for what it costs. */
export interface CoverProblem {
  /** What each part counts that can be covered; 0 or more. */
  readonly weights: readonly number[];
  /** In the order in which equal ones are taken. */
  readonly options: readonly CoverOption[];
}

export interface CoverOption {
  /** Above 0. */
  readonly cost: number;
  /** Numbers of the parts that it covers, each once. */
  readonly covers: readonly number[];
}

/** One choice after others. */
export interface CoverStep {
  /** Number of the option. */
  readonly option: number;
  /** What it covers that was not covered before. */
  readonly adds: number;
  /** What it and those before cover. */
  readonly together: number;
  /** What it and those before cost. */
  readonly spent: number;
}

/** What may be chosen, and how. */
export interface CoverSearch {
  /** Most that all may cost; default: no limit. */
  readonly budget?: number;
  /** Whether next comes what adds most, or what adds most for its cost. Default `gain`. */
  readonly by?: 'gain' | 'rate';
}

/** Costs are sums of decimal fractions: ten of 0.1 are 1. */
const ROUNDING = 1e-9;

/**
 * The greedy order: always next what adds most, or adds most for its cost, of what the rest of the budget allows; of equal ones the
 * first. Nothing is taken that adds nothing.
 *
 * @param visit is given, before each step and after the last, what is covered so far and what each option would add to it
 */
export function greedyCover(
  { weights, options }: CoverProblem,
  { budget = Infinity, by = 'gain' }: CoverSearch = {},
  visit?: (together: number, gains: readonly number[]) => void,
): readonly CoverStep[] {
  const covered = new Set<number>();
  const adding = ({ covers }: CoverOption): number =>
    sum(covers.map((part) => (covered.has(part) ? 0 : (weights[part] ?? 0))));
  const gains = options.map(adding);
  const coveringOf = optionsByPart(options);
  const steps: CoverStep[] = [];
  let [together, spent] = [0, 0];
  for (;;) {
    visit?.(together, gains);
    const most = budget - spent + budget * ROUNDING;
    const next = firstBest(options, ({ cost }, index) => {
      const gain = cost > most ? 0 : (gains[index] ?? 0);
      return by === 'rate' ? gain / cost : gain;
    });
    const option = next === undefined ? undefined : options[next];
    if (next === undefined || option === undefined) return steps;
    const adds = gains[next] ?? 0;
    together += adds;
    spent += option.cost;
    steps.push({ option: next, adds, together, spent });
    const fresh = option.covers.filter((part) => !covered.has(part));
    for (const part of fresh) covered.add(part);
    for (const affected of new Set(fresh.flatMap((part) => coveringOf.get(part) ?? []))) {
      const other = options[affected];
      if (other !== undefined) gains[affected] = adding(other);
    }
  }
}

/** The first of the best that are worth anything. */
function firstBest(
  options: readonly CoverOption[],
  worthOf: (option: CoverOption, index: number) => number,
): number | undefined {
  let best: { readonly index: number; readonly worth: number } | undefined;
  for (const [index, option] of options.entries()) {
    const worth = worthOf(option, index);
    if (worth > (best?.worth ?? 0)) best = { index, worth };
  }
  return best?.index;
}

function optionsByPart(options: readonly CoverOption[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (const [index, { covers }] of options.entries()) for (const part of covers) addTo(found, part, index);
  return found;
}

/** A choice within a budget, in the order in which it is best made, and what no choice within it can exceed. */
export interface BoundedCover {
  readonly steps: readonly CoverStep[];
  /** At least what the best choice covers. */
  readonly bound: number;
}

/** Steps of the greedy order after each of which the bound is looked for; later ones seldom lower it. */
const BOUNDED_STEPS = 100;

/**
 * The better of the two greedy orders within a budget: where all cost the same it covers at least 1 − 1/e of what the best choice
 * does (Nemhauser, Wolsey and Fisher 1978), else half of that (Leskovec and others 2007). The bound says of the very problem how far it can
 * be from the best: what was covered at any step, and what the options add to it that fit in the budget, the last one in part.
 */
export function coverWithin(problem: CoverProblem, budget: number): BoundedCover {
  const coverable = new Set(problem.options.flatMap(({ covers }) => covers));
  const bounds = [sum([...coverable].map((part) => problem.weights[part] ?? 0))];
  const look = (together: number, gains: readonly number[]): void => {
    if (bounds.length <= BOUNDED_STEPS)
      bounds.push(together + fractionalGain(problem.options, gains, budget));
  };
  const byRate = greedyCover(problem, { budget, by: 'rate' }, look);
  const byGain = greedyCover(problem, { budget, by: 'gain' }, look);
  const steps = coveredBy(byGain) > coveredBy(byRate) ? byGain : byRate;
  return { steps, bound: highest([lowest(bounds), coveredBy(steps)]) };
}

/** Whether nothing within the budget can cover more, but for what rounding makes of sums. */
export function isReached({ steps, bound }: BoundedCover): boolean {
  return coveredBy(steps) >= bound * (1 - ROUNDING);
}

/** What steps cover together. */
export function coveredBy(steps: readonly CoverStep[]): number {
  return steps.at(-1)?.together ?? 0;
}

/** The most that options add to what is covered if each added all that it adds first: the last one that fits counts in part. */
function fractionalGain(options: readonly CoverOption[], gains: readonly number[], budget: number): number {
  const rated = options
    .map(({ cost }, index) => ({ cost, gain: gains[index] ?? 0 }))
    .filter(({ cost, gain }) => gain > 0 && cost <= budget * (1 + ROUNDING))
    .toSorted((one, other) => other.gain / other.cost - one.gain / one.cost);
  let [left, gained] = [budget, 0];
  for (const { cost, gain } of rated) {
    if (cost >= left) return gained + (gain * left) / cost;
    left -= cost;
    gained += gain;
  }
  return gained;
}

/** A choice made in any way, in greedy order: what adds most for its cost first. */
export function inGreedyOrder(
  { weights, options }: CoverProblem,
  chosen: readonly number[],
): readonly CoverStep[] {
  const among = chosen.map((index) => options[index] ?? { cost: 1, covers: [] });
  return greedyCover({ weights, options: among }, { by: 'rate' }).map((step) => ({
    ...step,
    option: chosen[step.option] ?? -1,
  }));
}

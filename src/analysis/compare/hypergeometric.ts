/** How surprising it is that two sets share so much. */
export interface Surprise {
  /** Items that two sets of these sizes share on average, if drawn at random. */
  readonly expected: number;
  /** Chance to share at least as many at random, 0 … 1; 0 where it is too small for a number. */
  readonly p: number;
  /** The same as a power of ten: -12.3 means 10^-12.3. 0 is certain; never underflows. */
  readonly log10p: number;
}

/**
 * How surprising it is that two sets share `shared` items: the upper tail of the hypergeometric distribution,
 * P(X ≥ shared) where `right` items are drawn without replacement out of `population`, of which `left` are marked
 * (Fisher's exact test, one-sided).
 *
 * Assumptions, all of them generous: every item is equally likely, items are drawn independently, and the population is
 * what the sets loaded hold at all. Techniques are none of that: popular ones are popular with everybody, and some
 * come together. So a p is a lower bound: a large one says that an overlap means nothing, a small one only
 * that it is more than sizes explain. One p among many pairs is small by luck: multiply it by the number of pairs looked at.
 *
 * @param shared at most `left` and `right`, which are at most `population`
 */
export function surpriseOf(shared: number, left: number, right: number, population: number): Surprise {
  const expected = population === 0 ? 0 : (left * right) / population;
  const least = Math.max(0, left + right - population);
  if (shared <= least) return { expected, p: 1, log10p: 0 };
  const natural =
    shared > expected
      ? upperTail(shared, left, right, population)
      : oneMinusLowerTail(shared, left, right, population);
  return { expected, p: Math.exp(natural), log10p: natural / Math.LN10 };
}

/** ln P(X ≥ shared), summed upwards from its largest term: exact where `shared` is above the mean. */
function upperTail(shared: number, left: number, right: number, population: number): number {
  let term = 1;
  let sum = 1;
  for (let k = shared; k < Math.min(left, right); k++) {
    term *= ((left - k) * (right - k)) / ((k + 1) * (population - left - right + k + 1));
    sum += term;
  }
  return Math.min(0, logProbability(shared, left, right, population) + Math.log(sum));
}

/** ln (1 - P(X < shared)), summed downwards: below the mean the upper tail is the larger part and would lose digits. */
function oneMinusLowerTail(shared: number, left: number, right: number, population: number): number {
  let term = 1;
  let sum = 1;
  for (let k = shared - 1; k > 0; k--) {
    term *= (k * (population - left - right + k)) / ((left - k + 1) * (right - k + 1));
    sum += term;
  }
  return Math.log1p(-Math.min(1, Math.exp(logProbability(shared - 1, left, right, population)) * sum));
}

/** ln P(X = shared) = ln [ C(left, shared) · C(population - left, right - shared) / C(population, right) ]. */
export function logProbability(shared: number, left: number, right: number, population: number): number {
  return (
    logChoose(left, shared) + logChoose(population - left, right - shared) - logChoose(population, right)
  );
}

function logChoose(from: number, taken: number): number {
  return logFactorial(from) - logFactorial(taken) - logFactorial(from - taken);
}

/** ln n! for as many n as were asked for so far; a table of results, not a state. */
const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let next = LOG_FACTORIALS.length; next <= n; next++)
    LOG_FACTORIALS.push((LOG_FACTORIALS[next - 1] ?? 0) + Math.log(next));
  return LOG_FACTORIALS[n] ?? 0;
}

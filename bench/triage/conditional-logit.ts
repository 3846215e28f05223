/** One choice: the features of every candidate, and which was right. */
export interface Choice {
  readonly candidates: readonly (readonly number[])[];
  readonly right: number;
  /** What is added to the utility of each, whatever the coefficients; default 0. */
  readonly offsets?: readonly number[];
}

/** How much large coefficients are held back, per choice, for features of standard deviation 1. */
const RIDGE = 0.003;
const MOST_STEPS = 60;

/**
 * Coefficients under which the right candidates are likeliest: a conditional logit (McFadden 1974) with a little ridge, by Newton's
 * method with halved steps.
 */
export function fitConditionalLogit(choices: readonly Choice[]): readonly number[] {
  const spreads = spreadsOf(choices.flatMap(({ candidates }) => candidates));
  const scaled = choices.map((choice) => ({
    ...choice,
    candidates: choice.candidates.map((features) => features.map((value, at) => value / (spreads[at] ?? 1))),
  }));
  let fitted = spreads.map(() => 0);
  let loss = lossOf(scaled, fitted);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = newtonStep(scaled, fitted);
    let size = 1;
    let next = fitted;
    let lower = loss;
    for (; size > 1e-6; size /= 2) {
      next = fitted.map((value, at) => value + size * (direction[at] ?? 0));
      lower = lossOf(scaled, next);
      if (lower < loss) break;
    }
    if (!(lower < loss - 1e-9)) break;
    [fitted, loss] = [next, lower];
  }
  return fitted.map((value, at) => value / (spreads[at] ?? 1));
}

function spreadsOf(rows: readonly (readonly number[])[]): readonly number[] {
  return (rows[0] ?? []).map((_, at) => {
    const values = rows.map((row) => row[at] ?? 0);
    const mean = meanOf(values);
    return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) || 1;
  });
}

function lossOf(choices: readonly Choice[], fitted: readonly number[]): number {
  const ridge = (choices.length * RIDGE * dot(fitted, fitted)) / 2;
  return choices.reduce(
    (sum, choice) => sum - Math.log(Math.max(1e-300, chancesOf(choice, fitted)[choice.right] ?? 0)),
    ridge,
  );
}

/** How likely each candidate is the right one. */
export function chancesOf(
  { candidates, offsets = [] }: Choice,
  fitted: readonly number[],
): readonly number[] {
  const utilities = candidates.map((features, at) => dot(features, fitted) + (offsets[at] ?? 0));
  const best = utilities.reduce((most, each) => Math.max(most, each), -Infinity);
  const odds = utilities.map((utility) => Math.exp(utility - best));
  const total = odds.reduce((sum, each) => sum + each, 0);
  return odds.map((each) => each / total);
}

function newtonStep(choices: readonly Choice[], fitted: readonly number[]): readonly number[] {
  const ridge = choices.length * RIDGE;
  const gradient = fitted.map((value) => -ridge * value);
  const curvature = fitted.map((_, row) => fitted.map((__, column) => (row === column ? ridge + 1e-9 : 0)));
  for (const choice of choices) {
    const chances = chancesOf(choice, fitted);
    const mean = fitted.map((_, at) =>
      choice.candidates.reduce((sum, row, each) => sum + (chances[each] ?? 0) * (row[at] ?? 0), 0),
    );
    const right = choice.candidates[choice.right] ?? [];
    fitted.forEach((_, at) => (gradient[at] = (gradient[at] ?? 0) + (right[at] ?? 0) - (mean[at] ?? 0)));
    choice.candidates.forEach((features, each) => {
      const away = features.map((value, at) => value - (mean[at] ?? 0));
      curvature.forEach((row, one) => {
        for (let other = 0; other < row.length; other++)
          row[other] = (row[other] ?? 0) + (chances[each] ?? 0) * (away[one] ?? 0) * (away[other] ?? 0);
      });
    });
  }
  return solved(curvature, gradient);
}

/** Solves a system of linear equations by elimination with pivots. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const order = rows
      .slice(column)
      .toSorted((one, other) => Math.abs(other[column] ?? 0) - Math.abs(one[column] ?? 0));
    rows.splice(column, size - column, ...order);
    const pivot = rows[column] ?? [];
    rows.forEach((row, at) => {
      if (at === column) return;
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (let cell = column; cell <= size; cell++)
        row[cell] = (row[cell] ?? 0) - factor * (pivot[cell] ?? 0);
    });
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

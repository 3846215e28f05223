import { highest, randomNumbers } from '../../text/index.ts';
import type { TextVector } from './vocabulary.ts';

/** What is to be learnt from: a text, and the class that it is of. */
export interface LabelledVector {
  readonly vector: TextVector;
  readonly label: number;
  /** How much it counts. */
  readonly weight: number;
}

/** A linear classifier: of each column of a vocabulary, the classes that it speaks for or against, and how much. */
export interface LinearModel {
  readonly classes: number;
  /** By class: what holds of a text of no known word. */
  readonly bias: Float32Array;
  /** By column: where its classes and weights begin in the two lists below; one more than there are columns. */
  readonly starts: Uint32Array;
  readonly labels: Uint16Array;
  readonly values: Float32Array;
}

/** How often all samples are gone through, and how far the first steps go; the last go a fifth as far. */
const EPOCHS = 3;
const STEP = 4;
const LAST_STEP = 0.2;
const BIAS_STEP = 0.02;

/** Of the order in which samples are gone through: any would do. */
const SEED = 7;

/** Differences too small to be worth a step. */
const NO_DIFFERENCE = 1e-4;

/** Weights below this share of the greatest of their column are left out: the order of the first places stays. */
const KEPT_SHARE = 0.02;

/**
 * Learns multinomial logistic regression (softmax) by stochastic gradient descent. The order of the samples is mixed, always in the
 * same way: the same samples give the same model.
 *
 * @param step is called after every sample with how many were learnt from and of how many
 */
export function learnLinear(
  samples: readonly LabelledVector[],
  { classes, columns }: { readonly classes: number; readonly columns: number },
  step: (done: number, of: number) => void = () => undefined,
): LinearModel {
  const weights = new Float32Array(columns * classes);
  const bias = new Float32Array(classes);
  const scores = new Float32Array(classes);
  const order = Uint32Array.from(samples.keys());
  const random = randomNumbers(SEED);
  const of = EPOCHS * samples.length;
  for (let epoch = 0, done = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    const rate = STEP * (1 - ((1 - LAST_STEP) * epoch) / EPOCHS);
    for (const place of order) {
      const sample = samples[place];
      if (sample === undefined || sample.vector.columns.length === 0) continue;
      scores.set(bias);
      addDense(scores, weights, sample.vector);
      toShares(scores);
      scores[sample.label] = (scores[sample.label] ?? 0) - 1;
      descend({ weights, bias, scores }, sample, rate);
      step(++done, of);
    }
  }
  return sparse(weights, bias, columns);
}

function addDense(scores: Float32Array, weights: Float32Array, { columns, weights: own }: TextVector): void {
  const classes = scores.length;
  for (let place = 0; place < columns.length; place++) {
    const start = (columns[place] ?? 0) * classes;
    const weight = own[place] ?? 0;
    for (let label = 0; label < classes; label++)
      scores[label] = (scores[label] ?? 0) + weight * (weights[start + label] ?? 0);
  }
}

/** Where learning stands: `scores` are how far the shares of this sample are from what they should be. */
interface Descent {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly scores: Float32Array;
}

function descend({ weights, bias, scores }: Descent, { vector, weight }: LabelledVector, rate: number): void {
  const classes = scores.length;
  const off: number[] = [];
  for (let label = 0; label < classes; label++)
    if (Math.abs(scores[label] ?? 0) >= NO_DIFFERENCE) off.push(label);
  vector.columns.forEach((column, place) => {
    const start = column * classes;
    const step = rate * weight * (vector.weights[place] ?? 0);
    for (const label of off)
      weights[start + label] = (weights[start + label] ?? 0) - step * (scores[label] ?? 0);
  });
  for (const label of off)
    bias[label] = (bias[label] ?? 0) - BIAS_STEP * rate * weight * (scores[label] ?? 0);
}

/** Turns scores into shares that add up to 1, in place. */
function toShares(scores: Float32Array): void {
  const most = highest(scores);
  let sum = 0;
  for (let label = 0; label < scores.length; label++) {
    const value = Math.exp((scores[label] ?? 0) - most);
    scores[label] = value;
    sum += value;
  }
  for (let label = 0; label < scores.length; label++) scores[label] = (scores[label] ?? 0) / sum;
}

function shuffle(order: Uint32Array, random: () => number): void {
  for (let place = order.length - 1; place > 0; place--) {
    const other = Math.floor(random() * (place + 1));
    const held = order[place] ?? 0;
    order[place] = order[other] ?? 0;
    order[other] = held;
  }
}

/** Leaves out what hardly counts in its column. */
function sparse(weights: Float32Array, bias: Float32Array, columns: number): LinearModel {
  const classes = bias.length;
  const starts = new Uint32Array(columns + 1);
  const labels: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < columns; column++) {
    const row = weights.subarray(column * classes, (column + 1) * classes);
    const most = highest(row.map(Math.abs), 0);
    row.forEach((value, label) => {
      if (Math.abs(value) < most * KEPT_SHARE || value === 0) return;
      labels.push(label);
      values.push(value);
    });
    starts[column + 1] = labels.length;
  }
  return { classes, bias, starts, labels: Uint16Array.from(labels), values: Float32Array.from(values) };
}

/** By class, how likely a text is of it; they add up to 1. */
export function sharesOf(model: LinearModel, { columns, weights }: TextVector): Float32Array {
  const scores = Float32Array.from(model.bias);
  columns.forEach((column, place) => {
    const weight = weights[place] ?? 0;
    const end = model.starts[column + 1] ?? 0;
    for (let at = model.starts[column] ?? 0; at < end; at++) {
      const label = model.labels[at] ?? 0;
      scores[label] = (scores[label] ?? 0) + weight * (model.values[at] ?? 0);
    }
  });
  toShares(scores);
  return scores;
}

/** Of the columns of a text, how much each speaks for a class. */
export function contributionsTo(
  { starts, labels, values }: LinearModel,
  { columns, weights }: TextVector,
  label: number,
): readonly number[] {
  return [...columns].map((column, place) => {
    for (let at = starts[column] ?? 0; at < (starts[column + 1] ?? 0); at++)
      if (labels[at] === label) return (weights[place] ?? 0) * (values[at] ?? 0);
    return 0;
  });
}

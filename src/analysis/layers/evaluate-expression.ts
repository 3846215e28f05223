import { highest, lowest, sum } from '../../text/index.ts';
import {
  isLayerValued,
  type Arithmetic,
  type Call,
  type Comparison,
  type Default,
  type Expression,
  type SetExpression,
} from './expression.ts';

/**
 * What a missing score counts in arithmetic (`+ - * /`, `max`, `min`, `sum`, `average`). Missing is the
 * score of a technique that a layer does not mark, or marks without a score.
 *
 * - `skip`: it is left out. Sums, means and extremes take what is there; differences, products and
 *   quotients need both sides, since nothing would be a neutral guess. So nothing counts as 0 or 1 unasked.
 * - `absent`: everything needs all: a technique with a missing score is missing in the result.
 * - a number: it counts as this number.
 */
export type MissingPolicy = 'skip' | 'absent' | number;

/** What a layer, or a part of an expression, says of one technique; undefined: nothing, it does not hold it. */
export interface CellValue {
  /** Undefined: held, but unscored. */
  readonly score: number | undefined;
}

/** The state of one technique in every layer, and what was noticed on the way. */
export interface CellContext {
  readonly missing: MissingPolicy;
  readonly valueOf: (layer: string) => CellValue | undefined;
  /** Called where a division has no finite result. */
  readonly onBadDivision: () => void;
}

/** Value of the expression for one technique. */
export function evaluateExpression(expression: Expression, context: CellContext): CellValue | undefined {
  if (expression.kind === 'layer') return context.valueOf(expression.name);
  if (expression.kind === 'number') return { score: expression.value };
  if (expression.kind === 'set') return evaluateSet(expression, context);
  if (expression.kind === 'comparison') return evaluateComparison(expression, context);
  if (expression.kind === 'default') return evaluateDefault(expression, context);
  return expression.kind === 'call'
    ? evaluateCall(expression, context)
    : evaluateArithmetic(expression, context);
}

/** A technique in both has the larger score under `or`, the smaller under `and`: so both are commutative, associative and idempotent. */
function evaluateSet({ operator, left, right }: SetExpression, context: CellContext): CellValue | undefined {
  const one = evaluateExpression(left, context);
  const other = evaluateExpression(right, context);
  if (operator === 'and not') return other === undefined ? one : undefined;
  if (one === undefined || other === undefined) return operator === 'or' ? (one ?? other) : undefined;
  const scores = [one.score, other.score].filter((score) => score !== undefined);
  if (scores.length === 0) return { score: undefined };
  return { score: operator === 'or' ? highest(scores) : lowest(scores) };
}

const HOLDS: Readonly<Record<Comparison['operator'], (left: number, right: number) => boolean>> = {
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
};

function evaluateComparison(
  { operator, left, right }: Comparison,
  context: CellContext,
): CellValue | undefined {
  const one = evaluateExpression(left, context);
  const other = evaluateExpression(right, context);
  if (one?.score === undefined || other?.score === undefined) return undefined;
  return HOLDS[operator](one.score, other.score) ? one : undefined;
}

function evaluateDefault({ of, value }: Default, context: CellContext): CellValue | undefined {
  const found = evaluateExpression(of, context);
  return found?.score === undefined ? evaluateExpression(value, context) : found;
}

const CALCULATE: Readonly<Record<Arithmetic['operator'], (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
};

function evaluateArithmetic(
  { operator, left, right }: Arithmetic,
  context: CellContext,
): CellValue | undefined {
  if (operator === '+') return gather([left, right], sum, context);
  const one = operand(left, context);
  const other = operand(right, context);
  if (one === undefined || other === undefined) return undefined;
  if (one.score === undefined || other.score === undefined) return unscored(context);
  return finite(CALCULATE[operator](one.score, other.score), context);
}

const GATHER: Readonly<Record<Exclude<Call['function'], 'count'>, (scores: readonly number[]) => number>> = {
  sum,
  max: (scores) => highest(scores),
  min: (scores) => lowest(scores),
  average: (scores) => sum(scores) / scores.length,
};

function evaluateCall(call: Call, context: CellContext): CellValue | undefined {
  if (call.function !== 'count') return gather(call.of, GATHER[call.function], context);
  const holders = call.of.filter((part) => evaluateExpression(part, context) !== undefined).length;
  return holders === 0 ? undefined : { score: holders };
}

/** Combines the scores that are there. Plain numbers join in only where a layer has a score: alone they hold no technique. */
function gather(
  parts: readonly Expression[],
  combine: (scores: readonly number[]) => number,
  context: CellContext,
): CellValue | undefined {
  const layers = parts.filter(isLayerValued).map((part) => operand(part, context));
  const numbers = parts.filter((part) => !isLayerValued(part)).map((part) => operand(part, context));
  const held = layers.filter((value) => value !== undefined);
  const scores = held.flatMap((value) => value.score ?? []);
  if (layers.length === 0) return finite(combine(numbers.map((value) => value?.score ?? 0)), context);
  if (held.length === 0 || (context.missing === 'absent' && scores.length < layers.length)) return undefined;
  if (scores.length === 0) return unscored(context);
  return finite(combine([...scores, ...numbers.flatMap((value) => value?.score ?? [])]), context);
}

/** A part of arithmetic, with the number that the policy puts for a missing score. */
function operand(part: Expression, context: CellContext): CellValue | undefined {
  const value = evaluateExpression(part, context);
  if (value?.score !== undefined || typeof context.missing !== 'number') return value;
  return { score: context.missing };
}

function unscored(context: CellContext): CellValue | undefined {
  return context.missing === 'absent' ? undefined : { score: undefined };
}

function finite(score: number, context: CellContext): CellValue {
  // Adding 0 turns -0, which files and readers treat differently, into 0.
  if (Number.isFinite(score)) return { score: score + 0 };
  context.onBadDivision();
  return { score: undefined };
}

/** A layer expression, read and checked. `at` is the offset in the text, from 0. */
export type Expression =
  | { readonly kind: 'layer'; readonly name: string; readonly at: number }
  | { readonly kind: 'number'; readonly value: number; readonly at: number }
  | SetExpression
  | Arithmetic
  | Comparison
  | Default
  | Call;

/** Techniques of either layer, of both, or of the first but not the second. */
export interface SetExpression {
  readonly kind: 'set';
  readonly operator: 'or' | 'and' | 'and not';
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

export interface Arithmetic {
  readonly kind: 'arithmetic';
  readonly operator: (typeof OPERATIONS)[number];
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

/** The techniques of `left` whose score compares so; their scores stay. */
export interface Comparison {
  readonly kind: 'comparison';
  readonly operator: (typeof COMPARISONS)[number];
  readonly left: Expression;
  readonly right: Expression;
  readonly at: number;
}

/** `of else value`: the score of `of`, and `value` wherever that has none. */
export interface Default {
  readonly kind: 'default';
  readonly of: Expression;
  readonly value: Expression;
  readonly at: number;
}

export interface Call {
  readonly kind: 'call';
  readonly function: (typeof FUNCTIONS)[number];
  readonly of: readonly Expression[];
  readonly at: number;
}

export const OPERATIONS = ['+', '-', '*', '/'] as const;
export const COMPARISONS = ['<', '<=', '>', '>=', '=', '!='] as const;
export const FUNCTIONS = ['max', 'min', 'sum', 'average', 'count'] as const;

/** Expressions directly under this one. */
export function partsOf(expression: Expression): readonly Expression[] {
  if ('left' in expression) return [expression.left, expression.right];
  if (expression.kind === 'default') return [expression.of, expression.value];
  return expression.kind === 'call' ? expression.of : [];
}

/** Whether the expression stands for a layer; otherwise for a number. */
export function isLayerValued(expression: Expression): boolean {
  return expression.kind === 'layer' || partsOf(expression).some(isLayerValued);
}

/** Every expression within this one, itself first. */
export function everyPart(expression: Expression): readonly Expression[] {
  return [expression, ...partsOf(expression).flatMap(everyPart)];
}

/** Names of the layers mentioned, in order of first mention. */
export function layerNames(expression: Expression): readonly string[] {
  return [...new Set(everyPart(expression).flatMap((part) => (part.kind === 'layer' ? [part.name] : [])))];
}

import { issueOf, type Issue, type IssueDeclaration } from '../../facts/index.ts';
import { closestName, furthestMeant, readWords, type Words } from '../../text/index.ts';
import {
  COMPARISONS,
  FUNCTIONS,
  everyPart,
  isLayerValued,
  partsOf,
  type Arithmetic,
  type Expression,
  type SetExpression,
} from './expression.ts';
import { LAYER_ISSUES } from '../../threat/index.ts';

/** The expression, or why there is none: syntax, names that are not given, numbers where layers belong. */
export function parseExpression(text: string, names: readonly string[]): Expression | readonly Issue[] {
  const reading = readWords(text, WORDS, whole);
  if (!reading.ok) return [issueAt(LAYER_ISSUES.syntax, reading.fault, reading.at)];
  const issues = [...checkNames(reading.value, names), ...checkKinds(reading.value)];
  return issues.length > 0 ? issues : reading.value;
}

const WORDS =
  /(?<number>\d+(?:\.\d+)?)|(?<name>[\p{L}_][\p{L}\d_]*)|(?<text>"(?:\\.|[^"\\])+")|(?<symbol>[<>!]=|[-+*/|&()<>=,])|\s+|(?<stray>.)/gsu;

type Join = (left: Expression, right: Expression, at: number) => Expression;

const COMPARED = 2;

/** What stands between two parts, by how it is written; the higher its level, the tighter it binds. */
const OPERATORS: ReadonlyMap<string, { readonly level: number; readonly join: Join }> = new Map([
  ...infix(0, ['or', '|'], () => set('or')),
  ...infix(1, ['and', '&'], () => set('and')),
  ...infix(1, ['and not', '& not', 'except'], () => set('and not')),
  ...infix(COMPARED, COMPARISONS, (operator) => (left, right, at) => ({
    kind: 'comparison',
    operator,
    left,
    right,
    at,
  })),
  ...infix(3, ['+', '-'], calculation),
  ...infix(4, ['*', '/'], calculation),
  ...infix(5, ['else'], () => (of, value, at) => ({ kind: 'default', of, value, at })),
]);
const RESERVED: ReadonlySet<string> = new Set(['or', 'and', 'not', 'except', 'else']);

/** Reading and evaluating go one level deeper for each operator and bracket. */
const MOST_OPERATORS = 500;

function infix<T extends string>(
  level: number,
  operators: readonly T[],
  joinOf: (operator: T) => Join,
): readonly (readonly [string, { readonly level: number; readonly join: Join }])[] {
  return operators.map((operator) => [operator, { level, join: joinOf(operator) }]);
}

function set(operator: SetExpression['operator']): Join {
  return (left, right, at) => ({ kind: 'set', operator, left, right, at });
}

function calculation(operator: Arithmetic['operator']): Join {
  return (left, right, at) => ({ kind: 'arithmetic', operator, left, right, at });
}

function whole(words: Words): Expression {
  const operators = words.all.filter(
    ({ kind, text }) => kind !== 'text' && (text === '(' || OPERATORS.has(text)),
  );
  if (operators.length > MOST_OPERATORS)
    words.refuse(
      `The expression has ${operators.length} operators and brackets; at most ${MOST_OPERATORS} are read.`,
    );
  const expression = joined(words, 0);
  if (words.peek().kind !== 'end') words.fail('an operator such as `and` or `+`');
  return expression;
}

/** Parts with operators between them, as far as these bind at least as tightly as `least`. */
function joined(words: Words, least: number): Expression {
  const { at } = words.peek();
  let left = operand(words);
  let most = Infinity;
  for (;;) {
    const text = operatorText(words);
    const operator = OPERATORS.get(text);
    if (operator === undefined || operator.level < least || operator.level > most) return left;
    for (const _ of text.split(' ')) words.next();
    left = operator.join(left, joined(words, operator.level + 1), at);
    // `a < b < c` has no one meaning.
    most = operator.level === COMPARED ? COMPARED - 1 : operator.level;
  }
}

function operatorText(words: Words): string {
  const { kind, text } = words.peek();
  if (kind === 'text') return '';
  const after = words.peek(1);
  const both = `${text} not`;
  return after.kind === 'name' && after.text === 'not' && OPERATORS.has(both) ? both : text;
}

function operand(words: Words): Expression {
  const { kind, text, at } = words.peek();
  if (words.skip('-')) return negated(at, operand(words));
  if (words.skip('(')) return closed(words, joined(words, 0));
  if (kind === 'number') return { kind, value: Number(words.next().text), at };
  const isName = kind === 'name' && !RESERVED.has(text);
  if (isName && words.peek(1).text === '(') return called(words);
  if (isName || kind === 'text') return { kind: 'layer', name: words.next().text, at };
  return words.fail('a layer, a number or `(`');
}

function closed<T>(words: Words, within: T): T {
  words.symbol(')');
  return within;
}

function called(words: Words): Expression {
  const { text, at } = words.peek();
  const name = FUNCTIONS.find((known) => known === text);
  if (name === undefined) return words.fail(`a function (${FUNCTIONS.join(', ')})`);
  words.next();
  words.symbol('(');
  const of = words.list(',', (each) => joined(each, 0));
  return closed(words, { kind: 'call', function: name, of, at });
}

function negated(at: number, of: Expression): Expression {
  if (of.kind === 'number') return { kind: 'number', value: -of.value, at };
  return { kind: 'arithmetic', operator: '*', left: { kind: 'number', value: -1, at }, right: of, at };
}

function checkNames(expression: Expression, names: readonly string[]): readonly Issue[] {
  return everyPart(expression).flatMap((part) => {
    if (part.kind !== 'layer' || names.includes(part.name)) return [];
    const meant = furthestMeant(part.name) ? closestName(part.name, names) : undefined;
    const message = `There is no layer \`${part.name}\`; given are ${names.join(', ')}.`;
    return [issueAt(LAYER_ISSUES.unknownName, message, part.at, meant && `Did you mean \`${meant}\`?`)];
  });
}

function checkKinds(expression: Expression): readonly Issue[] {
  const within = everyPart(expression).flatMap((part) => misplaced(part).map((wrong) => kindIssue(wrong)));
  return isLayerValued(expression) ? within : [...within, kindIssue(expression)];
}

/** Parts directly under this one that are of the wrong kind. */
function misplaced(expression: Expression): readonly Expression[] {
  const numbers = partsOf(expression).filter((part) => !isLayerValued(part));
  if (expression.kind === 'set') return numbers;
  if (expression.kind === 'comparison') return numbers.filter((part) => part === expression.left);
  if (expression.kind === 'default') {
    return [expression.of, expression.value].filter(
      (part) => isLayerValued(part) !== (part === expression.of),
    );
  }
  return expression.kind === 'call' && expression.function === 'count' ? numbers : [];
}

function kindIssue(wrong: Expression): Issue {
  const message = isLayerValued(wrong)
    ? 'A number is needed here, not a layer.'
    : 'A layer is needed here, not a number.';
  return issueAt(LAYER_ISSUES.wrongKind, message, wrong.at);
}

function issueAt(declaration: IssueDeclaration, message: string, offset: number, hint?: string): Issue {
  return issueOf(
    declaration,
    message,
    { column: offset + 1, field: `expression, column ${offset + 1}` },
    hint,
  );
}

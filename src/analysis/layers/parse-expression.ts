import { grammar, type ActionDict, type Grammar, type Node, type Semantics } from 'ohm-js';
import { type Issue, type IssueDeclaration, issueOf } from '../../facts/index.ts';
import {
  COMPARISONS,
  FUNCTIONS,
  OPERATIONS,
  everyPart,
  isLayerValued,
  partsOf,
  type Expression,
  type SetExpression,
} from './expression.ts';
import { LAYER_ISSUES } from './issues.ts';

const GRAMMAR = String.raw`
  Layers {
    Whole = Or end
    Or = Or (or | "|") And  -- or
       | And
    And = And except Compared  -- except
        | And (and | "&") not Compared  -- not
        | And (and | "&") Compared  -- and
        | Compared
    Compared = Sum ("<=" | ">=" | "!=" | "<" | ">" | "=") Sum  -- compared
             | Sum
    Sum = Sum ("+" | "-") Product  -- sum
        | Product
    Product = Product ("*" | "/") Else  -- product
            | Else
    Else = Else else Signed  -- else
         | Signed
    Signed = "-" Signed  -- minus
           | Primary
    Primary = call "(" NonemptyListOf<Or, ","> ")"  -- call
            | "(" Or ")"  -- group
            | number
            | name
    call = (${FUNCTIONS.map((name) => `"${name}"`).join(' | ')}) ~part
    name = ~keyword start part*  -- plain
         | "\"" (~"\"" any)+ "\""  -- quoted
    number = decimal
    decimal = digit+ ("." digit+)?
    start = letter | "_"
    part = alnum | "_"
    keyword = (or | and | not | except | else) | opening
    opening = call space* "("
    or = "or" ~part
    and = "and" ~part
    not = "not" ~part
    except = "except" ~part
    else = "else" ~part
  }
`;

const READERS: ActionDict<Expression> = {
  Whole: (expression, _end) => read(expression),
  Or_or: (left, _or, right) => setOf('or', left, right),
  And_except: (left, _except, right) => setOf('and not', left, right),
  And_not: (left, _and, _not, right) => setOf('and not', left, right),
  And_and: (left, _and, right) => setOf('and', left, right),
  Compared_compared: (left, operator, right) => compared(operator.sourceString, left, right),
  Sum_sum: (left, operator, right) => calculated(operator.sourceString, left, right),
  Product_product: (left, operator, right) => calculated(operator.sourceString, left, right),
  Else_else: (of, _else, value) => ({ kind: 'default', of: read(of), value: read(value), at: startOf(of) }),
  Signed_minus: (minus, of) => negated(startOf(minus), read(of)),
  Primary_call: (name, _open, list, _close) => called(name, list),
  Primary_group: (_open, expression, _close) => read(expression),
  number: (decimal) => ({ kind: 'number', value: Number(decimal.sourceString), at: startOf(decimal) }),
  name_plain: (start, rest) => ({
    kind: 'layer',
    name: start.sourceString + rest.sourceString,
    at: startOf(start),
  }),
  name_quoted: (open, text, _close) => ({ kind: 'layer', name: text.sourceString, at: startOf(open) }),
};

interface Compiled {
  readonly layers: Grammar;
  readonly semantics: Semantics;
}

let compiledOnce: Compiled | undefined;

/** Compiling a grammar takes milliseconds that a program without expressions should not spend. */
function compiled(): Compiled {
  compiledOnce ??= compile();
  return compiledOnce;
}

function compile(): Compiled {
  const layers = grammar(GRAMMAR);
  return { layers, semantics: layers.createSemantics().addOperation<Expression>('read', READERS) };
}

function read(node: Node): Expression {
  return node['read']();
}

function startOf(node: Node): number {
  return node.source.startIdx;
}

function setOf(operator: SetExpression['operator'], left: Node, right: Node): Expression {
  return { kind: 'set', operator, left: read(left), right: read(right), at: startOf(left) };
}

function compared(text: string, left: Node, right: Node): Expression {
  const operator = COMPARISONS.find((known) => known === text) ?? '=';
  return { kind: 'comparison', operator, left: read(left), right: read(right), at: startOf(left) };
}

function calculated(text: string, left: Node, right: Node): Expression {
  const operator = OPERATIONS.find((known) => known === text) ?? '+';
  return { kind: 'arithmetic', operator, left: read(left), right: read(right), at: startOf(left) };
}

function negated(at: number, of: Expression): Expression {
  if (of.kind === 'number') return { kind: 'number', value: -of.value, at };
  return { kind: 'arithmetic', operator: '*', left: { kind: 'number', value: -1, at }, right: of, at };
}

function called(name: Node, list: Node): Expression {
  const functionName = FUNCTIONS.find((known) => known === name.sourceString) ?? 'max';
  return {
    kind: 'call',
    function: functionName,
    of: list.asIteration().children.map(read),
    at: startOf(name),
  };
}

/** The expression, or why there is none: syntax, names that are not given, numbers where layers belong. */
export function parseExpression(text: string, names: readonly string[]): Expression | readonly Issue[] {
  const expression = readExpression(text);
  if ('code' in expression) return [expression];
  const issues = [...checkNames(expression, names), ...checkKinds(expression)];
  return issues.length > 0 ? issues : expression;
}

function readExpression(text: string): Expression | Issue {
  try {
    const { layers, semantics } = compiled();
    const match = layers.match(text);
    if (!match.failed()) return semantics(match)['read']();
    const expected = (match.shortMessage ?? '').replace(/^Line \d+, col \d+: /, '');
    return issueAt(
      LAYER_ISSUES.syntax,
      `Not an expression: ${expected}.`,
      match.getRightmostFailurePosition(),
    );
  } catch (error) {
    // The parser and the readers recurse, so that brackets by the thousand exhaust the stack.
    if (error instanceof RangeError)
      return issueAt(LAYER_ISSUES.syntax, 'The expression is nested too deeply.', 0);
    throw error;
  }
}

function checkNames(expression: Expression, names: readonly string[]): readonly Issue[] {
  return everyPart(expression).flatMap((part) =>
    part.kind !== 'layer' || names.includes(part.name)
      ? []
      : [
          issueAt(
            LAYER_ISSUES.unknownName,
            `There is no layer \`${part.name}\`; given are ${names.join(', ')}.`,
            part.at,
          ),
        ],
  );
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

function issueAt(declaration: IssueDeclaration, message: string, offset: number): Issue {
  return issueOf(declaration, message, { column: offset + 1, field: `expression, column ${offset + 1}` });
}

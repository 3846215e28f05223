import { readWords, type Reading, type Words } from '../../text/index.ts';
import { COMPARISON_OPERATORS, type ComparisonOperator } from '../program.ts';
import type {
  AtomSyntax,
  NameSyntax,
  PremiseSyntax,
  RuleSyntax,
  StatementSyntax,
  TermSyntax,
  TextSyntax,
} from './syntax.ts';

const WORDS =
  /(?<blank>\s+|%[^\n]*)|(?<name>\p{Ll}[\p{L}\p{N}_-]*)|(?<variable>[\p{Lu}_][\p{L}\p{N}_-]*)|(?<number>-?\d+(?:\.\d+)?)|(?<text>"(?:\\.|[^"\\\n])*")|(?<symbol>:-|\?-|!=|<=|>=|[().,:|=<>?])|(?<stray>.)/gsu;

/** Reads one statement, given with its full stop; offsets in the result count from the start of `text`. */
export function readStatement(text: string): Reading<StatementSyntax> {
  return readWords(text, WORDS, (words) => {
    const reader = STATEMENTS.get(words.peek().text);
    if (reader === undefined)
      return words.fail('`pack`, `type`, `relation`, `reported relation`, `union` or `rule`');
    words.next();
    const statement = reader(words);
    words.symbol('.');
    return statement;
  });
}

/** Reads the premises of a query; an opening `?-` and a closing full stop or question mark may be left out. */
export function readQuery(text: string): Reading<readonly PremiseSyntax[]> {
  return readWords(text, WORDS, (words) => {
    words.skip('?-');
    const premises = words.list(',', premise);
    if (!words.skip('.')) words.skip('?');
    return premises;
  });
}

/** Readers by the word that a statement starts with, which has been read already. */
const STATEMENTS: ReadonlyMap<string, (words: Words) => StatementSyntax> = new Map([
  ['pack', pack],
  ['type', type],
  ['reported', reportedRelation],
  // What it was called in packs written for 0.1.
  ['told', reportedRelation],
  ['relation', relation],
  ['union', union],
  ['rule', rule],
]);

function pack(words: Words): StatementSyntax {
  return { kind: 'pack', name: words.name(), description: quoted(words).text };
}

function type(words: Words): StatementSyntax {
  const name = words.name();
  words.symbol('=');
  return { kind: 'type', name, members: words.list('|', typeName) };
}

function union(words: Words): StatementSyntax {
  const name = words.name();
  words.symbol('=');
  return { kind: 'union', name, members: words.list('|', (each) => each.name('a relation')) };
}

/** What sources report needs no rule; to the rules it is a relation like any other. */
function reportedRelation(words: Words): StatementSyntax {
  words.symbol('relation');
  return relation(words);
}

function relation(words: Words): StatementSyntax {
  const name = words.name();
  words.symbol('(');
  const terms = words.list(',', (each) => ({ name: each.name(), types: types(each) }));
  words.symbol(')');
  return { kind: 'relation', name, terms, template: quoted(words) };
}

function rule(words: Words): StatementSyntax {
  const name = words.name();
  const template = quoted(words);
  const weight = words.skip('weight') ? number(words) : undefined;
  // A relation may be called `off` too; then a parenthesis follows.
  const isOff = words.peek(1).text !== '(' && words.skip('off');
  const head = atom(words);
  return {
    kind: 'rule',
    name,
    template,
    weight,
    isOff,
    head,
    premises: words.skip(':-') ? words.list(',', premise) : [],
  };
}

function premise(words: Words): PremiseSyntax {
  if (words.peek().kind === 'name') {
    const isAbsent = words.peek(1).text !== '(' && words.skip('not');
    return { kind: isAbsent ? 'absent' : 'holds', atom: atom(words) };
  }
  const left = term(words, 'a premise');
  return {
    kind: 'compares',
    left,
    operator: operator(words),
    right: term(words, 'a variable or a constant'),
  };
}

function operator(words: Words): ComparisonOperator {
  const found = COMPARISON_OPERATORS.find((each) => each === words.peek().text);
  if (found === undefined) return words.fail('a comparison such as `!=`');
  words.next();
  return found;
}

function atom(words: Words): AtomSyntax {
  const name = words.name('a relation');
  words.symbol('(');
  const terms = words.list(',', (each) => ({
    ...term(each, 'a variable or a constant'),
    types: types(each),
  }));
  words.symbol(')');
  return { relation: name, terms };
}

function term(words: Words, what: string): TermSyntax {
  const { kind, text, at } = words.peek();
  if (kind !== 'variable' && kind !== 'text' && kind !== 'number') return words.fail(what);
  words.next();
  return { kind: kind === 'variable' ? 'variable' : 'constant', text, at, types: [] };
}

function types(words: Words): readonly NameSyntax[] {
  return words.skip(':') ? words.list('|', typeName) : [];
}

function typeName(words: Words): NameSyntax {
  if (words.peek().kind !== 'text') return words.name('a type');
  return { ...quoted(words), isQuoted: true };
}

function quoted(words: Words): TextSyntax {
  return words.take('text', 'a sentence in quotes');
}

function number(words: Words): RuleSyntax['weight'] {
  const { text, at } = words.take('number', 'a number');
  return { value: Number(text), at };
}

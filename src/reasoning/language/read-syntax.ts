import { COMPARISON_OPERATORS, type ComparisonOperator } from '../program.ts';
import type {
  AtomSyntax,
  NameSyntax,
  PremiseSyntax,
  StatementSyntax,
  TermSyntax,
  TextSyntax,
} from './syntax.ts';
import { tokensOf, type Token } from './tokens.ts';

/** What reading one piece of text gave: its syntax, or where and why it is not one. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: number; readonly fault: string };

/** Reads one statement, given with its full stop; offsets in the result count from the start of `text`. */
export function readStatement(text: string): Reading<StatementSyntax> {
  return reading(text, (words) => {
    const reader = STATEMENTS.get(words.peek().text);
    if (reader === undefined)
      return words.fail('`pack`, `type`, `relation`, `told relation`, `union` or `rule`');
    words.next();
    const statement = reader(words);
    words.symbol('.');
    return statement;
  });
}

/** Reads the premises of a query; an opening `?-` and a closing full stop or question mark may be left out. */
export function readQuery(text: string): Reading<readonly PremiseSyntax[]> {
  return reading(text, (words) => {
    words.skip('?-');
    const premises = words.list(',', premise);
    if (!words.skip('.')) words.skip('?');
    return premises;
  });
}

function reading<T>(text: string, read: (words: Words) => T): Reading<T> {
  const words = new Words(text);
  try {
    const value = read(words);
    if (words.peek().kind !== 'end') words.fail('nothing more');
    return { ok: true, value };
  } catch (fault) {
    if (!(fault instanceof Unexpected)) throw fault;
    return { ok: false, at: fault.at, fault: fault.message };
  }
}

/** Readers by the word that a statement starts with, which has been read already. */
const STATEMENTS: ReadonlyMap<string, (words: Words) => StatementSyntax> = new Map([
  ['pack', pack],
  ['type', type],
  ['told', toldRelation],
  ['relation', relation],
  ['union', union],
  ['rule', rule],
]);

function pack(words: Words): StatementSyntax {
  return { kind: 'pack', name: words.name(), says: words.quoted().text };
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

/** What is told needs no rule; to the rules it is a relation like any other. */
function toldRelation(words: Words): StatementSyntax {
  words.symbol('relation');
  return relation(words);
}

function relation(words: Words): StatementSyntax {
  const name = words.name();
  words.symbol('(');
  const terms = words.list(',', (each) => ({ name: each.name(), types: types(each) }));
  words.symbol(')');
  return { kind: 'relation', name, terms, says: words.quoted() };
}

function rule(words: Words): StatementSyntax {
  const name = words.name();
  const says = words.quoted();
  const weight = words.skip('weight') ? words.number() : undefined;
  // A relation may be called `off` too; then a parenthesis follows.
  const isOff = words.peek(1).text !== '(' && words.skip('off');
  const head = atom(words);
  return {
    kind: 'rule',
    name,
    says,
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
  const { text, at } = words.next();
  return { text, at, isQuoted: true };
}

/** What was met is not what had to come. */
class Unexpected extends Error {
  readonly at: number;

  constructor(expected: string, at: number) {
    super(expected);
    this.at = at;
  }
}

/** The words of a text, read from front to back. */
class Words {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(text: string) {
    this.tokens = tokensOf(text);
  }

  /** The word to come, or one further on, without reading it. */
  peek(ahead = 0): Token {
    return this.tokens[this.position + ahead] ?? { kind: 'end', text: '', at: this.tokens.at(-1)?.at ?? 0 };
  }

  next(): Token {
    const token = this.peek();
    this.position++;
    return token;
  }

  /** Reads the word if it is this one, quoted texts aside; tells whether it was. */
  skip(word: string): boolean {
    const { kind, text } = this.peek();
    const isIt = text === word && kind !== 'text' && kind !== 'end';
    if (isIt) this.position++;
    return isIt;
  }

  /** Reads this word, which must come. */
  symbol(word: string): void {
    if (!this.skip(word)) this.fail(`\`${word}\``);
  }

  name(what = 'a name'): NameSyntax {
    if (this.peek().kind !== 'name') this.fail(what);
    const { text, at } = this.next();
    return { text, at };
  }

  quoted(): TextSyntax {
    if (this.peek().kind !== 'text') this.fail('a sentence in quotes');
    const { text, at } = this.next();
    return { text, at };
  }

  number(): { readonly value: number; readonly at: number } {
    if (this.peek().kind !== 'number') this.fail('a number');
    const { text, at } = this.next();
    return { value: Number(text), at };
  }

  /** One or more of something, with a word in between. */
  list<T>(separator: string, read: (words: Words) => T): readonly T[] {
    const items = [read(this)];
    while (this.skip(separator)) items.push(read(this));
    return items;
  }

  fail(expected: string): never {
    const { kind, text, at } = this.peek();
    const met = kind === 'end' ? 'the text ends' : `found \`${text}\``;
    throw new Unexpected(`Expected ${expected}, but ${met}.`, at);
  }
}

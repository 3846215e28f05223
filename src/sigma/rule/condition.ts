import type { Place } from '../../facts/index.ts';
import { readWords, type Words } from '../../text/index.ts';
import { SIGMA_ISSUES } from '../issues.ts';
import { Unreadable } from './unreadable.ts';

/** How the selections of a rule are joined; a quantified pattern is already those that it names. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'selection'; readonly name: string };

const WORDS = /\s+|(?<symbol>[()|])|(?<name>[\w*?.-]+)|(?<stray>.)/gsu;
const DEEPEST = 100;
/** Names in a condition, with those that patterns name. */
const MOST = 10_000;

/**
 * Reads a condition: `or` binds least, then `and`, then `not`; `1 of`, `any of` and `all of` take a pattern with `*`, or `them`, which
 * is every selection whose name does not begin with `_`. Words of the language are read in either case.
 *
 * @param names of the selections
 * @param place of the condition
 * @throws {Unreadable}
 */
export function readCondition(text: string, names: readonly string[], place: Place): Condition {
  const reader: Reader = { names: new Set(names), place, quantified: new Map(), depth: 0, size: 0 };
  const read = readWords(text, WORDS, (words) => readJoined(words, reader, 'or'));
  if (read.ok) return read.value;
  throw new Unreadable(SIGMA_ISSUES.conditionUnclear, faultAt(read.at, read.fault), place);
}

interface Reader {
  readonly names: ReadonlySet<string>;
  readonly place: Place;
  /** What each pattern names. */
  readonly quantified: Map<string, readonly Condition[]>;
  depth: number;
  size: number;
}

function readJoined(words: Words, reader: Reader, kind: 'and' | 'or'): Condition {
  const read = (): Condition =>
    kind === 'or' ? readJoined(words, reader, 'and') : readNegated(words, reader);
  const of = [read()];
  while (skip(words, kind)) of.push(read());
  return joined(kind, of);
}

function joined(kind: 'and' | 'or', of: readonly Condition[]): Condition {
  const [only] = of;
  return of.length === 1 && only !== undefined ? only : { kind, of };
}

function readNegated(words: Words, reader: Reader): Condition {
  if (++reader.depth > DEEPEST)
    throw tooComplex(words, reader, `It is nested deeper than ${String(DEEPEST)} levels.`);
  const condition = readOne(words, reader);
  reader.depth--;
  return condition;
}

function readOne(words: Words, reader: Reader): Condition {
  if (skip(words, 'not')) return { kind: 'not', of: readNegated(words, reader) };
  if (words.skip('(')) {
    const inner = readJoined(words, reader, 'or');
    words.symbol(')');
    return inner;
  }
  const { text } = words.name('the name of a selection');
  if (words.peek().text.toLowerCase() === 'of' && /^(?:1|any|all)$/iu.test(text)) {
    words.next();
    const pattern = words.name('a name, a pattern such as `selection*`, or `them`').text;
    const of = namedBy(pattern, reader);
    grow(words, reader, of.length);
    return joined(text.toLowerCase() === 'all' ? 'and' : 'or', of);
  }
  if (!reader.names.has(text)) throw unknown(text, reader);
  grow(words, reader, 1);
  return { kind: 'selection', name: text };
}

function grow(words: Words, reader: Reader, names: number): void {
  reader.size += names;
  if (reader.size > MOST) throw tooComplex(words, reader, `It names more than ${String(MOST)} selections.`);
}

function tooComplex(words: Words, { place }: Reader, fault: string): Unreadable {
  return new Unreadable(SIGMA_ISSUES.tooComplex, faultAt(words.peek().at, fault), place);
}

function unknown(name: string, { names, place }: Reader): Unreadable {
  const known = names.size === 0 ? 'it has none' : `it has ${[...names].slice(0, 10).join(', ')}`;
  return new Unreadable(
    SIGMA_ISSUES.unknownSelection,
    `No selection is called \`${name}\`: ${known}.`,
    place,
  );
}

function faultAt(at: number, fault: string): string {
  return `At character ${String(at + 1)}: ${fault}`;
}

function skip(words: Words, keyword: string): boolean {
  const { kind, text } = words.peek();
  return kind === 'name' && text.toLowerCase() === keyword && words.skip(text);
}

function namedBy(pattern: string, reader: Reader): readonly Condition[] {
  const known = reader.quantified.get(pattern);
  if (known !== undefined) return known;
  const isMeant = pattern.toLowerCase() === 'them' ? (name: string) => !name.startsWith('_') : fits(pattern);
  const of = [...reader.names].filter(isMeant).map((name): Condition => ({ kind: 'selection', name }));
  if (of.length === 0) throw unknown(pattern, reader);
  reader.quantified.set(pattern, of);
  return of;
}

/** Whether a name is what a pattern with `*` says: its pieces, leftmost first, which needs no going back. */
function fits(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return (name) => name === pattern;
  return (name) => {
    if (!name.startsWith(first)) return false;
    let at = first.length;
    for (const piece of rest) {
      const found = name.indexOf(piece, at);
      if (found === -1) return false;
      at = found + piece.length;
    }
    return name.length - last.length >= at && name.endsWith(last);
  };
}

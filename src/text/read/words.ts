/** A word of a small language. Space and comments between words are left out. */
export interface Word {
  readonly kind: (typeof KINDS)[number] | 'end';
  /** As written; of a quoted text what stands between the quotes. */
  readonly text: string;
  /** Offset of the first character. */
  readonly at: number;
}

const KINDS = ['name', 'variable', 'number', 'text', 'symbol', 'stray'] as const;

/** What reading one piece of text gave: its meaning, or where and why it has none. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly at: number; readonly fault: string };

/**
 * Reads a text word by word, to its end.
 *
 * @param pattern global and sticky over the whole text: every alternative is a group named after its kind of word, what
 *   separates words is in no such group, and the last one is `(?<stray>.)`, so that nothing is passed over in silence
 * @param read takes words one after the other, and calls `fail` of them where one is not what has to come
 */
export function readWords<T>(text: string, pattern: RegExp, read: (words: Words) => T): Reading<T> {
  const words = new Words(wordsOf(text, pattern));
  try {
    const value = read(words);
    if (words.peek().kind !== 'end') words.fail('nothing more');
    return { ok: true, value };
  } catch (fault) {
    if (!(fault instanceof Unexpected)) throw fault;
    return { ok: false, at: fault.at, fault: fault.message };
  }
}

function wordsOf(text: string, pattern: RegExp): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: word, index, groups } of text.matchAll(pattern)) {
    const kind = KINDS.find((name) => groups?.[name] !== undefined);
    if (kind !== undefined) words.push({ kind, text: kind === 'text' ? unquote(word) : word, at: index });
  }
  return [...words, { kind: 'end', text: '', at: text.length }];
}

function unquote(quoted: string): string {
  return quoted.slice(1, -1).replace(/\\(.)/gsu, '$1');
}

/** What was met is not what had to come. */
class Unexpected extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** The words of a text, read from front to back. */
export class Words {
  readonly all: readonly Word[];
  private position = 0;

  constructor(all: readonly Word[]) {
    this.all = all;
  }

  /** The word to come, or one further on, without reading it. */
  peek(ahead = 0): Word {
    return this.all[this.position + ahead] ?? { kind: 'end', text: '', at: this.all.at(-1)?.at ?? 0 };
  }

  next(): Word {
    const word = this.peek();
    this.position++;
    return word;
  }

  /** Reads the word if it is this one, quoted texts aside, and returns whether it was. */
  skip(text: string): boolean {
    const word = this.peek();
    const isIt = word.text === text && word.kind !== 'text' && word.kind !== 'end';
    if (isIt) this.position++;
    return isIt;
  }

  /** Reads this word, which must come. */
  symbol(text: string): void {
    if (!this.skip(text)) this.fail(`\`${text}\``);
  }

  /** Reads a word of this kind, which must come. */
  take(kind: Word['kind'], expected: string): Word {
    return this.peek().kind === kind ? this.next() : this.fail(expected);
  }

  name(expected = 'a name'): Word {
    return this.take('name', expected);
  }

  /** One or more of something, with a word in between. */
  list<T>(separator: string, read: (words: Words) => T): readonly T[] {
    const items = [read(this)];
    while (this.skip(separator)) items.push(read(this));
    return items;
  }

  /** Gives up at the word to come, since something else has to come here. */
  fail(expected: string): never {
    const { kind, text } = this.peek();
    const met = kind === 'end' ? 'the text ends' : `found \`${text}\``;
    return this.refuse(`Expected ${expected}, but ${met}.`);
  }

  refuse(message: string): never {
    throw new Unexpected(message, this.peek().at);
  }
}

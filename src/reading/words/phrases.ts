import { addTo } from '../../text/index.ts';
import type { Words } from './words.ts';

/** Words that a text is looked through for. */
export interface Phrase {
  /** The first word of what `words` matches, or its first letters, {@link STEM} at most; several are separated by spaces. */
  readonly begins: string;
  /** Matches the phrase from its first word, in lower case. Sticky. */
  readonly words: RegExp;
  /** Matches what must stand before it, to its end. */
  readonly behind?: RegExp;
}

/** Phrases by the letters that they begin with: looking at a word costs no more than finding that nothing begins so. */
export type PhraseIndex<T extends Phrase> = ReadonlyMap<string, readonly T[]>;

/** Letters that are looked at first. */
const STEM = 4;

/** Characters before a phrase that {@link Phrase.behind} is matched against. */
const BEHIND = 110;

/** Indexes phrases; of two that match at one place, the earlier is found. */
export function indexPhrases<T extends Phrase>(phrases: readonly T[]): PhraseIndex<T> {
  const index = new Map<string, T[]>();
  for (const phrase of phrases)
    for (const begin of new Set(phrase.begins.split(' ').map((word) => word.slice(0, STEM))))
      addTo(index, begin, phrase);
  return index;
}

/** The phrase that begins with a word of the text, and where it ends. */
export function phraseAt<T extends Phrase>(
  index: PhraseIndex<T>,
  { lower, plain, from }: Words,
  word: number,
): { readonly phrase: T; readonly to: number } | undefined {
  const start = from[word] ?? 0;
  for (const phrase of index.get((plain[word] ?? '').slice(0, STEM)) ?? []) {
    phrase.words.lastIndex = start;
    if (!phrase.words.test(lower)) continue;
    const to = phrase.words.lastIndex;
    if (phrase.behind?.test(lower.slice(Math.max(0, start - BEHIND), start)) === false) continue;
    return { phrase, to };
  }
  return undefined;
}

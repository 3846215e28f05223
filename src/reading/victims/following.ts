import type { Words } from '../words/words.ts';

/**
 * Words that change what stands before them: `data` in `government data`. Looked up word by word: one pattern of so many words
 * takes longer to compile than a release of ATT&CK to look through.
 */
export interface Following {
  /** Words that may stand between. */
  readonly between: ReadonlySet<string>;
  /** How many of them at most. */
  readonly most: number;
  /** Whether a word between may also hang on by a slash, or be a word of its own in front of `-related`. */
  readonly isLoose: boolean;
  /** Words that change it; two are separated by a space. */
  readonly words: ReadonlySet<string>;
  /** Beginnings of words that change it. */
  readonly stems: readonly string[];
}

/** Whether a word that changes it follows, be it behind words that may stand between; each by one space, hyphen or dash. */
export function isFollowedBy(words: Words, next: number, following: Following): boolean {
  const { between, most, isLoose, words: changing, stems } = following;
  let word = next;
  for (let passed = 0; passed <= most; passed++) {
    const joint = jointBefore(words, word);
    const text = wordAt(words, word);
    if (JOINTS.has(joint)) {
      if (changing.has(text) || stems.some((stem) => text.startsWith(stem))) return true;
      if (jointBefore(words, word + 1) === ' ' && changing.has(`${text} ${wordAt(words, word + 1)}`))
        return true;
    } else if (joint !== '/' || !isLoose) return false;
    if (between.has(text)) word += 1;
    else if (isLoose && isRelated(words, word)) word += 2;
    else return false;
  }
  return false;
}

const JOINTS: ReadonlySet<string> = new Set('-‐‑‒–— ');

/** The one character between a word and the one before it; empty where there is not exactly one. */
function jointBefore({ lower, from, to }: Words, word: number): string {
  const end = to[word - 1] ?? 0;
  return from[word] === end + 1 ? lower.charAt(end) : '';
}

function wordAt({ lower, from, to }: Words, word: number): string {
  return lower.slice(from[word] ?? lower.length, to[word]);
}

/** `energy-related` */
function isRelated(words: Words, word: number): boolean {
  const isHyphened = jointBefore(words, word + 1) === '-';
  return isHyphened && wordAt(words, word + 1) === 'related' && /^[a-z]+$/.test(wordAt(words, word));
}

/** A set of words from a text that lists them; `new_year` is two. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map((word) => word.replaceAll('_', ' ')));
}

import type { Words } from './words.ts';

/**
 * Words that change what stands before them: `data` in `government data`. Looked up word by word: one pattern of so many words
 * takes longer to compile than a release of ATT&CK to look through.
 */
export interface Following {
  /** Words that may stand between, any number of them. */
  readonly between: ReadonlySet<string>;
  /** Words that change it; two are separated by a space. */
  readonly words: ReadonlySet<string>;
  /** Beginnings of words that change it. */
  readonly stems: readonly string[];
}

/** Whether a word follows, be it behind words that may stand between. Words hang together by one hyphen, dash, slash or space. */
export function isFollowedBy(
  words: Words,
  next: number,
  { between, words: changing, stems }: Following,
): boolean {
  const { plain } = words;
  for (let word = next; isJoined(words, word); word++) {
    const says = plain[word] ?? '';
    if (changing.has(says) || stems.some((stem) => says.startsWith(stem))) return true;
    if (isJoined(words, word + 1) && changing.has(`${says} ${plain[word + 1] ?? ''}`)) return true;
    const isRelated = plain[word + 1] === 'related' && isHyphened(words, word + 1);
    if (isRelated && between.has('related')) word++;
    else if (!between.has(says)) return false;
  }
  return false;
}

function isJoined({ lower, from, to }: Words, word: number): boolean {
  const start = to[word - 1] ?? 0;
  return from[word] === start + 1 && JOINTS.has(lower.charAt(start));
}

function isHyphened({ lower, to }: Words, word: number): boolean {
  return lower.charAt(to[word - 1] ?? 0) === '-';
}

const JOINTS: ReadonlySet<string> = new Set('-‐‑‒–—/ ');

/** A set of words from a text that lists them; `new_year` is two. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map((word) => word.replaceAll('_', ' ')));
}

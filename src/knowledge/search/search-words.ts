/**
 * How text is searched, the same in every knowledge base: a *word* is a run of letters and digits, compared without case and accents.
 * The targets of Markdown links are no text.
 */

const LINK_TARGET = /\](?:\([^()\s]*\))+/g;
const BEYOND_ASCII = /[^\x01-\x7f]/;

/** One word or phrase that a hit must contain. */
export interface SearchTerm {
  /** Folded words, to be found next to each other. */
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
}

/** Text as it is searched: lower case, without accents and link targets; what is no letter or digit separates. Folding twice changes nothing. */
export function foldText(text: string): string {
  const readable = text.includes('](') ? text.replace(LINK_TARGET, ']') : text;
  if (!BEYOND_ASCII.test(readable)) return readable.toLowerCase();
  return readable
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{Co}]+/gu, ' ');
}

/** The words of a folded text. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}\p{Co}]+/gu) ?? [];
}

/**
 * What a query asks for: all of its words; `"several words"` next to each other; `word*` with any ending.
 * Whatever else it holds separates words, so that no query is wrong; `T1059.003` is two words next to each other.
 */
export function parseSearch(query: string): readonly SearchTerm[] {
  const parts = query.match(/"[^"]*"\*?|[^\s"]+/g) ?? [];
  return parts
    .map((part) => ({ words: wordsOf(foldText(part)), isPrefix: part.endsWith('*') }))
    .filter(({ words }) => words.length > 0);
}

import type { SearchTerm } from './search-words.ts';

/** How often a term occurs in a folded text. */
export function countOccurrences(text: string, term: SearchTerm): number {
  const [first = ''] = term.words;
  let count = 0;
  for (let start = text.indexOf(first); start !== -1; start = text.indexOf(first, start + 1))
    if (!isWordCharacter(text, start - 1) && continues(text, start, term)) count++;
  return count;
}

/** Whether a folded text has every term. */
export function hasAll(text: string, terms: readonly SearchTerm[]): boolean {
  return terms.every((term) => countOccurrences(text, term) > 0);
}

/** Whether the words of a term follow each other from `start`. */
function continues(text: string, start: number, { words, isPrefix }: SearchTerm): boolean {
  let position = start;
  for (const [index, word] of words.entries()) {
    if (index > 0) while (position < text.length && !isWordCharacter(text, position)) position++;
    if (!text.startsWith(word, position)) return false;
    position += word.length;
    const mayGoOn = isPrefix && index === words.length - 1;
    if (!mayGoOn && isWordCharacter(text, position)) return false;
  }
  return true;
}

/** Folding leaves nothing but letters and digits beyond ASCII. */
function isWordCharacter(text: string, position: number): boolean {
  const code = position < 0 || position >= text.length ? 0 : text.charCodeAt(position);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

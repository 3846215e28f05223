import { lazily } from '../keep/lazily.ts';

/**
 * A free spelling reduced to what distinguishes it: lower case, without accents, anything but letters
 * and digits as one space. `Côte d'Ivoire` and `cote d’ivoire` become the same. Letters of any script stay.
 */
export function plainSpelling(text: string): string {
  // The tables have thousands of spellings, nearly all of them ASCII.
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ASCII = /^[ -~]*$/;

/** Finds values by plain spellings. */
export interface SpellingIndex<T> {
  readonly get: (spelling: string) => T | undefined;
}

/**
 * An index of values by the plain spelling of their names; of two values with one spelling the first is found. It is
 * made when first asked: every command loads the vocabularies, and most ask nothing of them.
 */
export function spellingIndex<T>(
  values: readonly T[],
  spellingsOf: (value: T) => readonly string[],
): SpellingIndex<T> {
  const index = lazily(() => indexed(values, spellingsOf));
  return { get: (spelling) => index().get(spelling) };
}

function indexed<T>(
  values: readonly T[],
  spellingsOf: (value: T) => readonly string[],
): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const value of values)
    for (const spelling of spellingsOf(value).map(plainSpelling))
      if (!index.has(spelling)) index.set(spelling, value);
  return index;
}

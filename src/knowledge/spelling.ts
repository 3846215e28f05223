/**
 * A name reduced to what people agree on when they write it: letters and digits in lower case, without accents.
 * `APT-29`, `apt 29` and `APT29` become the same; `C#` and `C++` become one letter, which says nothing: empty.
 */
export function spellingOf(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
  return letters.length < FEWEST_LETTERS ? '' : letters;
}

const FEWEST_LETTERS = 2;

/**
 * A numbered id reduced to its letters and the values of its numbers: `T1059.003`, `t1059.03` and `T-1059/3` become
 * the same. Empty for what has no number, or nothing before it.
 */
export function labelSpelling(label: string): string {
  if (label.length > LONGEST_LABEL || !/^\s*\p{L}.*\d/u.test(label)) return '';
  const parts = label.toUpperCase().match(/\p{L}+|\d+/gu) ?? [];
  return parts.map((part) => part.replace(/^0+(?=\d)/u, '')).join('.');
}

/** Longer texts are no ids: there is no point in taking them apart. */
const LONGEST_LABEL = 40;

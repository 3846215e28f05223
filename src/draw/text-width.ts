import { append } from '../text/index.ts';
/**
 * Widths of characters as parts of the font size, by class: those of Arial and its metric twins, which nearly every
 * machine has one of. Anything else counts as wide as it can be: a box too wide reads better than text that leaves it.
 */
const CLASSES: readonly (readonly [string, number])[] = [
  ["ijl'|", 0.23],
  [' .,:;!/\\I[]ft', 0.28],
  ['()-r"`{}*', 0.36],
  ['cksvxyzJ^', 0.5],
  ['abdeghnopquL?_#$0123456789+=<>~', 0.58],
  ['FTZ', 0.61],
  ['ABEKPSVXY&', 0.67],
  ['CDHNRUw', 0.73],
  ['GOQ', 0.78],
  ['mM', 0.84],
  ['%W@', 1],
];

const WIDTHS = new Map(
  CLASSES.flatMap(([characters, width]) => Array.from(characters, (each) => [each, width] as const)),
);

/** Other Latin, Greek and Cyrillic letters are like ASCII's broad ones; the rest of the world's may fill a square, pictures more. */
function widthOf(character: string): number {
  const known = WIDTHS.get(character);
  if (known !== undefined) return known;
  if (/\p{Mn}/u.test(character)) return 0;
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{P}]/u.test(character))
    return /\p{Ll}/u.test(character) ? 0.6 : 0.75;
  return /\p{Extended_Pictographic}/u.test(character) ? 1.4 : 1.05;
}

/** Bold letters are broader, and fonts that stand in for Arial may be. */
const SPARE = { regular: 1.06, bold: 1.18 } as const;
export type Weight = keyof typeof SPARE;

/** About how wide a line of sans-serif text is, in the units of `size`; seldom less than it really is. */
export function textWidth(line: string, size: number, weight: Weight = 'regular'): number {
  let width = 0;
  for (const character of line) width += widthOf(character);
  return width * size * SPARE[weight];
}

/** Breaks one line of text at spaces, or within words that do not fit, so that each line is at most `width` wide. */
export function wrapToWidth(
  text: string,
  width: number,
  size: number,
  weight: Weight = 'regular',
): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else append(lines, broken(word, fits));
  }
  return lines;
}

function broken(word: string, fits: (line: string) => boolean): readonly string[] {
  const parts = [''];
  for (const character of word) {
    const longer = `${parts.at(-1) ?? ''}${character}`;
    if (longer === character || fits(longer)) parts[parts.length - 1] = longer;
    else parts.push(character);
  }
  return parts;
}

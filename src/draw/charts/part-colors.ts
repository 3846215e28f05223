/**
 * Colours for the parts of a sum, in this order; after the last the first comes again. Light and dark take turns, so that
 * neighbours stay apart for the colour-blind and in grey print; a test checks both. Reds and blues of our other drawings.
 */
export const PART_COLORS = [
  '#0b2f5b',
  '#fdc866',
  '#c04a35',
  '#a9d5f0',
  '#6e1f35',
  '#f2b48c',
  '#2f7f7a',
  '#dfe3a0',
] as const;

/** The colour of a part by its place, from 0. */
export function partColor(index: number): string {
  return PART_COLORS[index % PART_COLORS.length] ?? PART_COLORS[0];
}

/** The letter that names a part in its bar and in the legend, so that no reader depends on colour: A to Z, then A1 … */
export function partLetter(index: number): string {
  const round = Math.floor(index / LETTERS);
  return String.fromCodePoint(FIRST_LETTER + (index % LETTERS)) + (round === 0 ? '' : String(round));
}

const LETTERS = 26;
const FIRST_LETTER = 0x41;

import { light } from '../../threat/index.ts';
import { INK } from './chart-frame.ts';

/**
 * Colours for the parts of a sum, in this order; after the last the first comes again. Light and dark take turns, so that
 * neighbours stay apart for the colour-blind and in grey print; a test checks both. Warm and neutral: what is summed is about adversaries.
 */
export const PART_COLORS: readonly string[] = (['a5', 'a2', 'n5', 'n2', 'a4', 'a1', 'n4', 'n1'] as const).map(
  light,
);

/** The colour of a part by its place, from 0. */
export function partColor(index: number): string {
  return PART_COLORS[index % PART_COLORS.length] ?? INK;
}

/** The letter that names a part in its bar and in the legend, so that no reader depends on colour: A to Z, then A1 … */
export function partLetter(index: number): string {
  const round = Math.floor(index / LETTERS);
  return String.fromCodePoint(FIRST_LETTER + (index % LETTERS)) + (round === 0 ? '' : String(round));
}

const LETTERS = 26;
const FIRST_LETTER = 0x41;

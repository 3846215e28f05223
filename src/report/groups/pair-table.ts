import type { PairOverlap } from '../../answers/index.ts';
import { table, type Table } from '../../render/index.ts';
import { numberColumn } from '../blocks.ts';

/** How to read the two columns about chance. */
export const CHANCE_NOTE =
  'Expected: techniques shared if both groups drew theirs at random from all that any group loaded uses. ' +
  'p: the chance to share at least as many so. Groups do not draw at random, and popular techniques are popular with all: ' +
  'a large p says that an overlap means nothing, a small one only that sizes do not explain it.';

/** Pairs of groups with every measure. */
export function pairTable(pairs: readonly PairOverlap[]): Table {
  return table(
    [
      'Pair',
      numberColumn('Shared'),
      numberColumn('Expected'),
      numberColumn('Jaccard'),
      numberColumn('Overlap'),
      numberColumn('Rarity'),
      numberColumn('p'),
    ],
    pairs.map((pair) => [
      `${pair.left.name} and ${pair.right.name}`,
      String(pair.shared),
      pair.expected.toFixed(1),
      pair.jaccard.toFixed(2),
      pair.overlap.toFixed(2),
      pair.rarity.toFixed(2),
      sayChance(pair.log10p),
    ]),
  );
}

/** A chance from its power of ten: `0.25`, `3·10⁻⁹`. */
export function sayChance(log10p: number): string {
  if (log10p > -3) return String(Number((10 ** log10p).toPrecision(2)));
  const power = Math.floor(log10p);
  const digit = Math.round(10 ** (log10p - power));
  if (digit === 10) return `10${superscript(power + 1)}`;
  return `${digit === 1 ? '' : `${digit}·`}10${superscript(power)}`;
}

/** `-9` → `⁻⁹`. */
function superscript(power: number): string {
  return String(power).replace(/[-\d]/g, (sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(sign))));
}

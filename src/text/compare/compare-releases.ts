import { compareText } from './compare-text.ts';

/**
 * Orders names of releases by the numbers in them: `9.0`, `10.1`, `18.1`; one with a suffix (`11.0-beta`) before the same
 * without, the empty name first. What is no number is ordered as text.
 *
 * @returns negative where `one` is older, positive where it is newer
 */
export function compareReleases(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
    const order = compareParts(left.numbers[index] ?? '', right.numbers[index] ?? '');
    if (order !== 0) return order;
  }
  return Number(right.suffix !== '') - Number(left.suffix !== '') || compareText(left.suffix, right.suffix);
}

function partsOf(release: string): { readonly numbers: readonly string[]; readonly suffix: string } {
  const [numbers = '', ...suffix] = release.split('-');
  return { numbers: numbers.split('.'), suffix: suffix.join('-') };
}

function compareParts(one: string, other: string): number {
  const [number, otherNumber] = [Number.parseInt(one, 10), Number.parseInt(other, 10)];
  if (Number.isNaN(number) || Number.isNaN(otherNumber)) return compareText(one, other);
  return number - otherNumber || compareText(one, other);
}

import { groupDigits, oneLine } from '../../text/index.ts';

/** A value as charts show it: at most two decimals without trailing zeros (three digits where it is smaller), with its unit. */
export function sayValue(value: number, unit: string = ''): string {
  const small = Math.abs(value) < 0.1;
  const [whole = '', ...fraction] = String(Number(small ? value.toPrecision(3) : value.toFixed(2)) + 0).split(
    '.',
  );
  const number = [groupDigits(whole), ...fraction].join('.').replaceAll('-', '−');
  return unit === '' ? number : `${number} ${oneLine(unit)}`;
}

/** Bars listed in words before the rest is only counted. */
const MOST_SAID = 20;

/** Values in a row, the first of many: `a 3; b 2 and 4 more`. */
export function sayList(items: readonly string[]): string {
  const more = items.length - MOST_SAID;
  return items.slice(0, MOST_SAID).join('; ') + (more > 0 ? ` and ${more} more` : '');
}

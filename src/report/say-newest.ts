import { DORMANT_AFTER_YEARS } from '../threat/index.ts';
import { count } from '../text/index.ts';

/**
 * The newest date of evidence, with its age where it is old: `2024-05`, `2018-01 (8 years ago)`, `–` where there is none. Every table that
 * shows such a date says it so.
 *
 * @param asOf day from which ages count
 */
export function sayNewest(date: string, asOf: string): string {
  if (date === '') return '–';
  const years = wholeYears(date, asOf);
  return years < DORMANT_AFTER_YEARS ? date : `${date} (${count(years, 'year')} ago)`;
}

/** Whole years from a date to a day; of dates that name a month or a year, as exactly as they do. */
function wholeYears(date: string, day: string): number {
  const isLaterInYear = date.slice(4) > day.slice(4, date.length);
  return Number(day.slice(0, 4)) - Number(date.slice(0, 4)) - Number(isLaterInYear);
}

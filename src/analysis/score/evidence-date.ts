import type { EvidenceDate } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { Evidence } from '../../facts/index.ts';

type DatePrecision = EvidenceDate['precision'];

const PRECISIONS: Readonly<Record<number, DatePrecision>> = { 4: 'year', 7: 'month', 10: 'day' };

/** How exactly a date is written; undefined for what is no date of these three forms. */
export function precisionOf(date: string): DatePrecision | undefined {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(date) ? PRECISIONS[date.length] : undefined;
}

/** First day that a date may mean: `2020` → `2020-01-01`. */
export function earliestDay(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

/** Last day that a date may mean: `2020-02` → `2020-02-29`. */
export function latestDay(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year, month] = date.split('-').map(Number);
  return `${date}-${new Date(Date.UTC(year ?? 0, month ?? 1, 0)).getUTCDate()}`;
}

/** Order of dates by the first day they may mean; of equal ones the more exact first. */
export function compareDates(left: string, right: string): number {
  return compareText(earliestDay(left), earliestDay(right)) || right.length - left.length;
}

/** The same day some years earlier; 29 February becomes the 28th where there is none. */
export function yearsBefore(day: string, years: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const whole = Math.trunc(years);
  const months = Math.round((years - whole) * 12);
  const first = new Date(Date.UTC(year - whole, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/** Years from one day to another, in parts of a year; below 0 where the other is earlier. */
export function yearsBetween(day: string, later: string): number {
  return (Date.parse(later) - Date.parse(day)) / MILLISECONDS_A_YEAR;
}

const MILLISECONDS_A_YEAR = 365.25 * 24 * 60 * 60 * 1000;

/**
 * Every date that evidence gives, oldest first: when the documents it cites were published, and when the behaviour was
 * first and last observed. When an object of the source was made or changed is no evidence of behaviour and does not count.
 */
export function evidenceDates(evidence: readonly Evidence[]): readonly EvidenceDate[] {
  const dates = evidence.flatMap((each) => [
    ...each.citations.flatMap(({ published, name }) => dateOf(published, 'published', name)),
    ...dateOf(each.firstSeen?.slice(0, 10), 'observed', each.source.name),
    ...dateOf(each.lastSeen?.slice(0, 10), 'observed', each.source.name),
  ]);
  return dates.toSorted(
    (left, right) => compareDates(left.date, right.date) || compareText(left.by, right.by),
  );
}

function dateOf(date: string | undefined, kind: EvidenceDate['kind'], by: string): readonly EvidenceDate[] {
  const precision = date === undefined ? undefined : precisionOf(date);
  return date === undefined || precision === undefined ? [] : [{ date, precision, kind, by }];
}

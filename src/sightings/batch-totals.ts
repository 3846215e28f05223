import type { Batch } from './sighting.ts';

/** What is counted of the rows of a batch. */
export type BatchTotals = Pick<Batch, 'rows' | 'sightings' | 'first' | 'last'>;

/** What is known of a batch before its rows are counted. */
export type BatchHead = Omit<Batch, keyof BatchTotals>;

/** Columns of the one row of an answer that {@link totalsIn} reads. */
export const TOTALS_SQL = 'count(*), sum(n), min(day), max(day)';

/** Of no rows, engines say differently what their sum and first day are. */
export function totalsIn([rows, sightings, first, last]: readonly unknown[]): BatchTotals {
  if (Number(rows) === 0) return { rows: 0, sightings: 0, first: '', last: '' };
  return { rows: Number(rows), sightings: Number(sightings), first: String(first), last: String(last) };
}

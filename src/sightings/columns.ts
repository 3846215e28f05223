import type { Dimension, Measure } from './query.ts';

/**
 * The columns of a store, the same in every engine. `day`, `month` and `parent_id` follow from others, and are kept because engines
 * differ in how they are computed, and take long over it.
 */
export const SIGHTING_COLUMNS = [
  { name: 'sid', holds: 'identity', type: 'uint64' },
  { name: 'ts', holds: 'time', type: 'timestamp' },
  { name: 'day', holds: 'day of the time, UTC', type: 'date' },
  { name: 'month', holds: '`YYYY-MM` of the day', type: 'text' },
  { name: 'sector', holds: 'sector', type: 'text' },
  { name: 'org_id', holds: 'organisation', type: 'text' },
  { name: 'group_id', holds: 'group', type: 'text' },
  { name: 'technique_id', holds: 'technique', type: 'text' },
  { name: 'parent_id', holds: 'technique without its sub-technique', type: 'text' },
  { name: 'source', holds: 'product or feed', type: 'text' },
  { name: 'detector', holds: 'rule or analytic', type: 'text' },
  { name: 'n', holds: 'count', type: 'uint32' },
  { name: 'release', holds: 'ATT&CK release of the technique', type: 'text' },
  { name: 'batch', holds: 'first 12 digits of the batch', type: 'text' },
] as const;

/** In which order rows lie: what is asked for most lies together, and repeats, which makes it small. */
export const SORTED_BY = ['sector', 'technique_id', 'day', 'org_id'] as const;

/** Columns of the monthly roll-up: what remains where days, detectors and single events are added up. `r` is how many rows were. */
export const ROLL_UP_COLUMNS = [
  'month',
  'sector',
  'org_id',
  'group_id',
  'technique_id',
  'parent_id',
] as const;

/** The column of a dimension. */
export const COLUMN_OF: Readonly<Record<Dimension, string>> = {
  month: 'month',
  day: 'day',
  sector: 'sector',
  organisation: 'org_id',
  group: 'group_id',
  technique: 'technique_id',
  parent: 'parent_id',
  source: 'source',
  detector: 'detector',
};

/** How a measure is written, from rows and from the roll-up. An unknown organisation is none. */
export const MEASURE_SQL: Readonly<Record<Measure, { readonly rows: string; readonly rollUp?: string }>> = {
  sightings: { rows: 'sum(n)', rollUp: 'sum(n)' },
  rows: { rows: 'count(*)', rollUp: 'sum(r)' },
  organisations: { rows: distinctKnown('org_id'), rollUp: distinctKnown('org_id') },
  techniques: { rows: 'count(DISTINCT technique_id)', rollUp: 'count(DISTINCT technique_id)' },
  first: { rows: 'min(day)' },
  last: { rows: 'max(day)' },
};

function distinctKnown(column: string): string {
  return `count(DISTINCT ${column}) - max(CASE WHEN ${column} = '' THEN 1 ELSE 0 END)`;
}

/** Digits of a batch's id that its rows carry. */
export const BATCH_DIGITS = 12;

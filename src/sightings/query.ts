/** What sightings are counted by. `parent` is the technique without its sub-technique. */
export const DIMENSIONS = [
  'month',
  'day',
  'sector',
  'organisation',
  'group',
  'technique',
  'parent',
  'source',
  'detector',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What is counted: the sum of counts, rows, or how many different values that are known. */
export const MEASURES = ['sightings', 'rows', 'organisations', 'techniques', 'first', 'last'] as const;
export type Measure = (typeof MEASURES)[number];
/** What can be large or small. */
export type Amount = Exclude<Measure, 'first' | 'last'>;

/** Sightings that do not count: whatever is of one of these. */
export interface HiddenSightings {
  /** Whole ids. An event that another batch has as well is of the one that it was stored with. */
  readonly batches?: readonly string[];
  /** Products or feeds. */
  readonly sources?: readonly string[];
  /** Rules or analytics. */
  readonly detectors?: readonly string[];
}

/** Which sightings are meant; what is left out does not narrow them, and several are joined by “and”. */
export interface SightingFilter {
  /** First day, `YYYY-MM-DD`. */
  readonly from?: string;
  /** First day that is no longer meant, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly sectors?: readonly string[];
  readonly organisations?: readonly string[];
  readonly groups?: readonly string[];
  /** Exactly these ids. */
  readonly techniques?: readonly string[];
  /** These techniques with their sub-techniques. */
  readonly parents?: readonly string[];
  readonly hidden?: HiddenSightings;
  /** Only sightings of which these are known. */
  readonly known?: readonly ('sector' | 'organisation' | 'group')[];
}

/** One question to a store: a table of counts. Every engine answers it by the same text of SQL. */
export interface SightingQuery {
  /** Columns of the answer, in this order; none for one row of totals. */
  readonly by: readonly Dimension[];
  /** At least one. */
  readonly measures: readonly Measure[];
  readonly filter?: SightingFilter;
  /** Only rows in which a measure is at least this. */
  readonly least?: { readonly measure: Amount; readonly value: number };
  /** Largest first; by the columns where it is absent or equal, texts by the numbers of their characters in Unicode. */
  readonly largest?: Amount;
  /** Most rows given; all where absent. */
  readonly limit?: number;
}

/** One row of an answer: the dimensions as texts, then the measures, days as texts and all else as numbers. */
export interface CountedRow {
  readonly by: readonly string[];
  readonly measures: readonly (number | string)[];
}

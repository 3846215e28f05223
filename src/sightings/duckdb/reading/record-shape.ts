import { quoted } from '../engine.ts';

/** How a format says the parts of a sighting, as SQL over the fields that are read of a record. */
export interface RecordShape {
  /** Fields that are read, with their types in DuckDB; what a record has beside them is passed over, and what is of another type is none. */
  readonly fields: Readonly<Record<string, string>>;
  /** Whether a record is one of the format; what is not is rejected. */
  readonly isMeant: string;
  /** Texts; NULL where the record does not say it. */
  readonly uid: string;
  readonly sector: string;
  readonly organisation: string;
  readonly group: string;
  readonly source: string;
  readonly detector: string;
  /** A number, NULL where the record does not say it; one that is no whole number is cut. */
  readonly count: string;
  /** `TIMESTAMP`, UTC, to the second. */
  readonly time: string;
  /** `VARCHAR[]`, ids as {@link techniqueIds} spells them, some perhaps repeated; where a record has one technique at most, {@link technique} in its place. */
  readonly techniques?: string;
  /** A text, in any spelling. */
  readonly technique?: string;
}

/** Columns of words, which are understood word by word, not row by row. */
export const WORD_COLUMNS = [
  'sector',
  'organisation',
  'threat_group',
  'technique',
  'source',
  'detector',
] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];

/** The first of several texts that is there and not empty. */
export function firstText(...expressions: readonly string[]): string {
  return `coalesce(${expressions.map((each) => `nullif(${each}, '')`).join(', ')})`;
}

/**
 * Times as records write them → `TIMESTAMP`: ISO 8601 with or without an offset (UTC where it has none), or a number of seconds,
 * milliseconds, microseconds or nanoseconds since 1970, known by its size: each unit has the years 1973 to 5138 for its own.
 *
 * @param expressions of texts; the first that is a time counts
 */
export function timeOf(...expressions: readonly string[]): string {
  const times = expressions.flatMap((text) => [
    // What is quick for most; the cast to TIMESTAMP passes over any offset. The other two read everything, slowly where one fails.
    `CASE WHEN NOT contains(${text}, '-') THEN ${microseconds(text)} WHEN ${isInUtc(text)} THEN epoch_us(try_cast(${text} AS TIMESTAMP)) END`,
    // DuckDB 1.5 takes a zone that one text names for that of later texts without any.
    `CASE WHEN NOT regexp_matches(${text}, '[A-Za-z]{2}') THEN epoch_us(try_cast(${text} AS TIMESTAMPTZ)) END`,
    microseconds(text),
  ]);
  return `make_timestamp(coalesce(${times.join(', ')}) // 1000000 * 1000000)`;
}

function isInUtc(text: string): string {
  return ['%Z', '% UTC', '____-__-_____:__:__'].map((form) => `${text} LIKE '${form}'`).join(' OR ');
}

function microseconds(text: string): string {
  const number = `try_cast(${text} AS DOUBLE)`;
  const units = [
    ['1e11', '* 1e6'],
    ['1e14', '* 1e3'],
    ['1e17', ''],
    ['1e20', '/ 1e3'],
  ];
  const cases = units.map(([below, unit]) => `WHEN ${number} < ${below} THEN ${number} ${unit}`);
  return `(CASE WHEN ${number} < 0 THEN NULL ${cases.join(' ')} END)::BIGINT`;
}

const ID = quoted('T\\d{4}(\\.\\d{3})?');

/** Ids of techniques of a list of texts, in the spelling of ATT&CK; texts that are no such ids are left out. */
export function techniqueIds(list: string): string {
  const spelled = `list_transform(${list}, lambda id: ${techniqueId('id')})`;
  return `list_filter(${spelled}, lambda id: ${isTechniqueId('id')})`;
}

/** A text as an id of a technique is spelt, whether it is one or not. */
export function techniqueId(text: string): string {
  return `replace(upper(trim(${text})), '/', '.')`;
}

/** Whether a text in that spelling is an id of a technique. */
export function isTechniqueId(text: string): string {
  return `regexp_full_match(${text}, ${ID})`;
}

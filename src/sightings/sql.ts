import { errorOf } from '../facts/index.ts';
import { COLUMN_OF, MEASURE_SQL } from './columns.ts';
import { SIGHTINGS_ISSUES } from './issues.ts';
import type { Dimension, Measure, SightingFilter, SightingQuery } from './query.ts';

/** What engines spell differently where there is no common way. */
export interface Dialect {
  /** A day as a literal that is compared with a column of days. */
  readonly day: (day: string) => string;
  /** Whether the table has only the months asked about, so that months need not be compared: a column less to read. Default false. */
  readonly areMonthsChosen?: true;
}

/** Days are compared with texts. Everything but Trino does it. */
export const COMMON_DIALECT: Dialect = { day: literal };

/** Of a table that has only the months asked about. */
export const WITHIN_MONTHS: Dialect = { ...COMMON_DIALECT, areMonthsChosen: true };

/** Trino, and what speaks as it does (Athena, Starburst): days are compared with days. */
export const TRINO_DIALECT: Dialect = { day: (day) => `DATE ${literal(day)}` };

/** A table to ask: every row, or what a month adds up to. */
export type SightingTable = 'sightings' | 'sightings_month';

/**
 * The question as one text of SQL that every engine understands: named columns in GROUP BY, derived tables in place of WITH, no
 * windows, no parameters, an alias that is no column (research on engines: ClickHouse 18.16, DuckDB 1.5, PostgreSQL, SQLite, Trino).
 * Columns of the answer stand in the order of the question.
 *
 * @param also conditions that a store adds
 * @throws FoeprintError S901 where a word cannot be written so that every engine reads it alike
 */
export function sqlOf(
  query: SightingQuery,
  dialect: Dialect = COMMON_DIALECT,
  also: readonly string[] = [],
): string {
  const table = tableFor(query);
  const columns = query.by.map((dimension) => COLUMN_OF[dimension]);
  const measures = query.measures.map((measure) => `${expression(measure, table)} AS m_${measure}`);
  const largest = (measure: Measure): string =>
    query.measures.includes(measure) ? `m_${measure}` : expression(measure, table);
  const where = [...conditions(query.filter ?? {}, dialect), ...also];
  const order = [...(query.largest === undefined ? [] : [`${largest(query.largest)} DESC`]), ...columns];
  return [
    `SELECT ${[...columns, ...measures].join(', ')} FROM ${table}`,
    where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`,
    columns.length === 0 ? '' : `GROUP BY ${columns.join(', ')}`,
    // Everything is at least nothing, also the sum of nothing, which engines do not compare.
    query.least === undefined || query.least.value <= 0
      ? ''
      : `HAVING ${expression(query.least.measure, table)} >= ${Math.ceil(query.least.value)}`,
    order.length === 0 || columns.length === 0 ? '' : `ORDER BY ${order.join(', ')}`,
    query.limit === undefined ? '' : `LIMIT ${Math.floor(query.limit)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The smallest table that can answer: the roll-up by month wherever nothing finer is asked. */
export function tableFor({ by, measures, filter = {} }: SightingQuery): SightingTable {
  const isCoarse =
    by.every((dimension) => !FINE.has(dimension)) &&
    measures.every((measure) => MEASURE_SQL[measure].rollUp !== undefined) &&
    [filter.from, filter.until].every((day) => day === undefined || day.endsWith('-01')) &&
    // Of months neither batches nor products are known.
    Object.values(filter.hidden ?? {}).every((words) => words.length === 0);
  return isCoarse ? 'sightings_month' : 'sightings';
}

const FINE: ReadonlySet<Dimension> = new Set(['day', 'source', 'detector']);

function expression(measure: Measure, table: SightingTable): string {
  const { rows, rollUp = rows } = MEASURE_SQL[measure];
  return table === 'sightings' ? rows : rollUp;
}

function conditions(filter: SightingFilter, dialect: Dialect): readonly string[] {
  const { from, until } = filter;
  return [
    ...(from === undefined ? [] : since(from, dialect)),
    ...(until === undefined ? [] : before(until, dialect)),
    ...LISTED.flatMap(([field, column]) => {
      const words = filter[field];
      return words === undefined ? [] : [among(column, words)];
    }),
    ...butNot('source', filter.hidden?.sources),
    ...butNot('detector', filter.hidden?.detectors),
    ...(filter.known ?? []).map((dimension) => `${COLUMN_OF[dimension]} <> ''`),
  ];
}

const LISTED = [
  ['sectors', 'sector'],
  ['organisations', 'org_id'],
  ['groups', 'group_id'],
  ['techniques', 'technique_id'],
  ['parents', 'parent_id'],
] as const;

/** Months are stored and lie together: days are only compared in the month that is cut. */
function since(day: string, dialect: Dialect): readonly string[] {
  const months = dialect.areMonthsChosen ? [] : [`month >= ${literal(day.slice(0, 7))}`];
  return day.endsWith('-01') ? months : [...months, `day >= ${dialect.day(day)}`];
}

function before(day: string, dialect: Dialect): readonly string[] {
  const isWhole = day.endsWith('-01');
  const months = dialect.areMonthsChosen ? [] : [`month ${isWhole ? '<' : '<='} ${literal(day.slice(0, 7))}`];
  return isWhole ? months : [...months, `day < ${dialect.day(day)}`];
}

/** That a column is none of some words; no condition where there are none. */
export function butNot(column: string, words: readonly string[] = []): readonly string[] {
  return words.length === 0 ? [] : [`${column} NOT IN (${words.map(literal).join(', ')})`];
}

/** A condition that a column is one of some words. Nothing is among none; a list that no engine takes for a type of its own. */
export function among(column: string, words: readonly string[]): string {
  return words.length === 0 ? '1 = 0' : `${column} IN (${words.map(literal).join(', ')})`;
}

/**
 * A text as a literal that every engine reads as that text.
 *
 * @throws FoeprintError S901 where it has characters that they read differently
 */
export function literal(word: string): string {
  if (harmlessWord(word) !== word)
    throw errorOf(SIGHTINGS_ISSUES.wordNotAskable, `${JSON.stringify(word)} cannot be asked for.`);
  return `'${word}'`;
}

/**
 * A text as it is stored and asked for: in Unicode's composed form, spaces as one, apostrophes and backslashes replaced by characters
 * that no engine gives a meaning, at most 200 characters. Imports keep names so.
 */
export function harmlessWord(text: string): string {
  const harmless = text
    .normalize('NFC')
    .replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ')
    .replaceAll("'", '’')
    .replaceAll('\\', '∕')
    .trim();
  return Array.from(harmless).slice(0, LONGEST).join('').trimEnd();
}

const LONGEST = 200;

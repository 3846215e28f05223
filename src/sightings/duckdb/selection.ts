import { isCleared, type MarkingLevel } from '../../facts/index.ts';
import { ROLL_UP_COLUMNS, SIGHTING_COLUMNS } from '../columns.ts';
import type { SightingQuery } from '../query.ts';
import { tableFor, type SightingTable } from '../sql.ts';
import { quoted } from './engine.ts';
import type { Manifest, RollUp, RowFile } from './state/manifest.ts';

/** The files that a question needs: those of its months, of which the asker may know. */
export interface Selection {
  readonly table: SightingTable;
  readonly rowFiles: readonly RowFile[];
  readonly rollUps: readonly RollUp[];
}

/** Sums by month where they answer, and rows wherever there are none. */
export function selectionFor(
  query: SightingQuery,
  { files, rollUps }: Manifest,
  level: MarkingLevel | undefined,
): Selection {
  const { from = '', until = '~' } = query.filter ?? {};
  // No month too many: the question does not compare them again.
  const isMeant = (file: RowFile | RollUp): boolean =>
    isCleared(file.level, level) && file.month >= from.slice(0, 7) && isBefore(file.month, until);
  const rows = files.filter(isMeant);
  const table = tableFor(query);
  if (table === 'sightings') return { table, rowFiles: rows, rollUps: [] };
  const sums = rollUps.filter(isMeant);
  const covered = new Set(sums.flatMap(({ of }) => of));
  return { table, rowFiles: rows.filter(({ path }) => !covered.has(path)), rollUps: sums };
}

/** Whether a month has a day before another: none of the month that begins with that day. */
function isBefore(month: string, day: string): boolean {
  return day.endsWith('-01') ? month < day.slice(0, 7) : month <= day.slice(0, 7);
}

/** The table of a selection, as a statement that makes it. @param place path of a file on this machine */
export function tableSql(
  { table, rowFiles, rollUps }: Selection,
  place: (file: RowFile | RollUp) => string,
): string {
  const rows = rowFiles.length === 0 ? [] : [rowsSql(rowFiles.map(place))];
  const parts =
    table === 'sightings'
      ? rows
      : [
          ...rows.map((sql) => `SELECT ${ROLL_UP_COLUMNS.join(', ')}, n, 1 AS r FROM (${sql})`),
          ...(rollUps.length === 0 ? [] : [rowsSql(rollUps.map(place))]),
        ];
  return `CREATE TEMP VIEW ${table} AS ${parts.length === 0 ? NOTHING[table] : parts.join(' UNION ALL ')}`;
}

/** All rows of some files, in SQL. Months stand in the files; those of folders are for other readers. */
export function rowsSql(paths: readonly string[]): string {
  return `SELECT * FROM read_parquet([${paths.map(quoted).join(', ')}], hive_partitioning = false)`;
}

/** Ends a statement so that of rows with one identity one is left: which it is must not depend on how the engine reads them. */
export const ONCE_EACH = `QUALIFY row_number() OVER (PARTITION BY sid ORDER BY ${SIGHTING_COLUMNS.map(({ name }) => name).join(', ')}) = 1`;

/** Types of columns in DuckDB. */
export const COLUMN_TYPE = {
  uint64: 'UBIGINT',
  timestamp: 'TIMESTAMP',
  date: 'DATE',
  text: 'VARCHAR',
  uint32: 'UINTEGER',
};

const NOTHING: Readonly<Record<SightingTable, string>> = {
  sightings: `SELECT ${SIGHTING_COLUMNS.map(({ name, type }) => `NULL::${COLUMN_TYPE[type]} AS ${name}`).join(', ')} LIMIT 0`,
  sightings_month: `SELECT ${ROLL_UP_COLUMNS.map((name) => `NULL::VARCHAR AS ${name}`).join(', ')}, 0 AS n, 0 AS r LIMIT 0`,
};

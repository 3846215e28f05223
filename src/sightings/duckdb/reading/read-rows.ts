import { join } from 'node:path';
import { quoted, type Connection, type Value } from '../engine.ts';
import { readingSql, rejectedSql } from './reading-sql.ts';
import { FAULTY_LINES } from './faulty-lines.ts';
import type { RecordShape, WordColumn } from './record-shape.ts';

/** Records of an input, as SQL. */
export interface RecordTable {
  readonly shape: RecordShape;
  /** A table with the fields of the shape, in the order of the input. */
  readonly from: string;
  /** Whether its records have no other form that could be shown. */
  readonly isBinary?: boolean;
}

/** What was read of an input, before its words are understood. */
export interface RowsRead {
  /** File of Parquet with the rows of {@link readingSql}. */
  readonly path: string;
  /** Rows with a technique. */
  readonly rows: number;
  /** Records that were rejected. */
  readonly rejected: number;
}

/**
 * Reads records into a file, as what they say stands in them: in any order, once, within bounded memory.
 *
 * @param folder for the file; whoever is done with the rows removes it
 * @param until times from here on are not believed, `YYYY-MM-DD`
 * @throws FoeprintError S903 where the input is no such table, S904 where there is no space
 */
export async function readRows(
  connection: Connection,
  { shape, from }: RecordTable,
  folder: string,
  until: string,
): Promise<RowsRead> {
  const path = join(folder, 'rows.parquet');
  await connection.run("SET TimeZone = 'UTC'");
  await connection.run(`DROP TABLE IF EXISTS ${FAULTY_LINES}`);
  await connection.run('SET preserve_insertion_order = false');
  await connection.run(
    `COPY (${readingSql(shape, from, until)}) TO ${quoted(path)} (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION snappy)`,
  );
  await connection.run('SET preserve_insertion_order = true');
  const [counts = []] = await connection.rows(
    `SELECT count(*) FILTER (WHERE reason = ''), count(*) FILTER (WHERE reason <> '') FROM ${quoted(path)}`,
  );
  return { path, rows: Number(counts[0]), rejected: Number(counts[1]) };
}

/**
 * Writes which records were rejected into a file of JSON Lines, `{place, reason, record}`, places counting from 1 and ascending. Reads
 * the input again, so that inputs without rejects, nearly all, are read without counting.
 */
export async function writeRejected(
  connection: Connection,
  { shape, from, isBinary = false }: RecordTable,
  until: string,
  path: string,
): Promise<void> {
  await connection.run(
    `COPY (${rejectedSql(shape, from, until, isBinary)}) TO ${quoted(path)} (FORMAT json)`,
  );
}

/** The different words of a column that have a technique, each with the number of its rows. */
export async function wordsIn(
  connection: Connection,
  { path }: RowsRead,
  column: WordColumn,
): Promise<ReadonlyMap<string, number>> {
  const rows = await connection.rows(
    `SELECT ${column}, count(*) FROM ${quoted(path)} WHERE reason = '' GROUP BY 1 ORDER BY 1`,
  );
  return new Map(rows.map(([word, count]) => [text(word), Number(count)]));
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Numbers of the lines of a table that the engine could not take apart, as `tableRecords` counts them; none of other inputs. */
export async function faultyLines(connection: Connection): Promise<ReadonlySet<number>> {
  const [isThere] = await connection.rows(
    `SELECT 1 FROM duckdb_tables() WHERE table_name = ${quoted(FAULTY_LINES)}`,
  );
  if (isThere === undefined) return new Set();
  return new Set(
    (await connection.rows(`SELECT DISTINCT line FROM ${FAULTY_LINES}`)).map(([line]) => Number(line)),
  );
}

import { chmod } from 'node:fs/promises';
import { SIGHTING_COLUMNS } from '../columns.ts';
import { fingerprint, type KeptFile } from './state/disk.ts';
import { quoted, type Engine } from './engine.ts';
import { COLUMN_TYPE } from './selection.ts';
import { copySql, sortedSql } from './stage.ts';

/*
 * Lines for and from other engines: cells between tabs, without quotes. Words have neither tabs nor backslashes nor line breaks, which
 * would need to be written otherwise.
 */

/** Writes rows into a file of lines. @returns how many */
export async function linesOfRows(engine: Engine, rows: string, path: string): Promise<number> {
  const [[count] = []] = await engine.rows(
    `COPY (${rows}) TO ${quoted(path)} (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)`,
  );
  return Number(count);
}

/** Writes rows that stand in files of lines, with all columns of a store in their order, into a file of Parquet as a store has them. */
export async function parquetOfLines(
  engine: Engine,
  lines: readonly string[],
  path: string,
): Promise<KeptFile & { readonly rows: number }> {
  const columns = SIGHTING_COLUMNS.map(({ name, type }) => `${quoted(name)}: ${quoted(COLUMN_TYPE[type])}`);
  const files = lines.map(quoted).join(', ');
  // An empty cell is an empty text; nothing is absent.
  const read = `SELECT * FROM read_csv([${files}], auto_detect = false, delim = '\t', quote = '', escape = '', header = false, nullstr = '\\N', columns = {${columns.join(', ')}})`;
  const [[count] = []] = await engine.rows(copySql(sortedSql(read), path));
  await chmod(path, 0o600);
  return { rows: Number(count), ...(await fingerprint(path)) };
}

import type { ColumnMapping } from '../../input/column-mapping.ts';
import { quoted, type Connection } from '../engine.ts';
import { OCSF } from './ocsf.ts';
import type { RecordTable } from './read-rows.ts';
import { mappedShape } from './table.ts';

/** Names of the columns of a file of Parquet, with their types. */
export async function parquetColumns(
  connection: Connection,
  file: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await connection.rows(`SELECT column_name, column_type FROM (DESCRIBE FROM ${read(file)})`);
  return new Map(rows.map(([name, type]) => [String(name), String(type)]));
}

/** Findings of OCSF; what the file does not have, or has in another type, is nothing. */
export function parquetFindings(file: string, columns: ReadonlyMap<string, string>): RecordTable {
  const fields = Object.entries(OCSF.fields).map(([name, type]) =>
    columns.has(name) ? `TRY_CAST(${column(name)} AS ${type}) AS ${name}` : `NULL::${type} AS ${name}`,
  );
  return { shape: OCSF, from: `(SELECT ${fields.join(', ')} FROM ${read(file)})`, isBinary: true };
}

/** Rows of any other file. Of a list of techniques in one cell, each counts. */
export function parquetRows(file: string, mapping: ColumnMapping): RecordTable {
  const shape = mappedShape((name) => `CAST(${column(name)} AS VARCHAR)`, mapping);
  return { shape, from: read(file), isBinary: true };
}

function read(file: string): string {
  return `read_parquet(${quoted(file)})`;
}

function column(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

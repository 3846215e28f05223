import { createReadStream } from 'node:fs';
import { tableRecords, type RawRecord } from '../../acquisition/index.ts';
import { errorOf, FoeprintError } from '../../facts/index.ts';
import { headerOf, mappingOf } from '../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES, type ColumnMapping } from '../../sightings/index.ts';
import {
  parquetColumns,
  parquetFindings,
  parquetRows,
  tableRows,
  type Engine,
} from '../../sightings/duckdb/index.ts';
import type { ImportOptions } from './import-options.ts';
import { unknownFormat, type InputReading } from './input-reading.ts';
import type { PreparedInput } from './prepared-input.ts';

/** Most columns that a table may have. */
const MOST_COLUMNS = 5000;

/** A file of comma-separated values, or of those that anything else separates. */
export async function readTableInput(
  { name, path }: PreparedInput,
  { mapping: asked, date }: ImportOptions,
): Promise<InputReading> {
  const line = await firstLine(path);
  const { names, separator } = headerOf(line?.trimEnd() ?? '', asked?.delimiter);
  if (line === undefined || names.length > MOST_COLUMNS || NO_TEXT.test(names.join(''))) {
    const message = `Its first line does not name columns, or more than ${String(MOST_COLUMNS)}.`;
    throw unknownFormat(name, message);
  }
  const mapping = checked(name, names, asked, date);
  const again = { path, framing: tableRecords, isLeftOut: ({ isCut }: RawRecord) => isCut, skip: 1 };
  return { format: 'table', table: tableRows(path, names, separator, mapping), again };
}

/** Control characters, and what stands for bytes that are no UTF-8. */
const NO_TEXT = /[\p{Cc}\ufffd]/u;

/** A file of Parquet: findings of OCSF as Security Lake keeps them, or a table. */
export async function readParquetInput(
  engine: Engine,
  { name, path }: PreparedInput,
  { mapping: asked, date }: ImportOptions,
): Promise<InputReading> {
  const columns = await parquetColumns(engine, path).catch((error: unknown) => {
    throw error instanceof FoeprintError
      ? unknownFormat(name, `It begins as Parquet, and cannot be read: ${error.issues[0]?.message ?? ''}`)
      : error;
  });
  const names = [...columns.keys()];
  if (asked === undefined && (columns.has('finding_info') || columns.has('class_uid')))
    return { format: 'ocsf', table: parquetFindings(path, columns) };
  return { format: 'parquet', table: parquetRows(path, checked(name, names, asked, date)) };
}

async function firstLine(path: string): Promise<string | undefined> {
  const stream = createReadStream(path);
  try {
    for await (const [record] of tableRecords(stream, LONGEST_HEADER))
      return record === undefined || record.isCut
        ? undefined
        : record.bytes.toString('utf8').replace(/^\ufeff/u, '');
    return undefined;
  } finally {
    stream.destroy();
  }
}

const LONGEST_HEADER = 256 * 1024;

/**
 * The mapping asked for, or the one that the names of columns give.
 *
 * @throws FoeprintError S939 to S941
 */
function checked(
  file: string,
  names: readonly string[],
  asked: ColumnMapping | undefined,
  date: string | undefined,
): ColumnMapping {
  const { columns, constants, ...more } = asked ?? mappingOf(names);
  const missing = Object.values(columns).find((column) => !names.includes(column));
  if (missing !== undefined)
    throw errorOf(SIGHTING_INPUT_ISSUES.wrongMapping, `There is no column “${missing}”.`, { file });
  if ((columns.technique ?? constants.technique) === undefined)
    throw errorOf(
      SIGHTING_INPUT_ISSUES.needsMapping,
      `None of its columns is known to hold techniques: ${names.slice(0, 20).join(', ')}.`,
      { file },
    );
  if ((columns.time ?? constants.time ?? date) === undefined)
    throw errorOf(SIGHTING_INPUT_ISSUES.needsDate, 'It has no column of times.', { file });
  return { columns, constants: date === undefined ? constants : { time: date, ...constants }, ...more };
}

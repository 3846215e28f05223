import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArchive, tableRecords, type Limits, type RawRecord } from '../../acquisition/index.ts';
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
import { defined, fromUtf8 } from '../../text/index.ts';
import type { ImportOptions } from './import-options.ts';
import { inUtf8 } from './input/in-utf8.ts';
import { unknownFormat, type InputReading } from './input-reading.ts';
import { prepareInput, type PreparedInput } from './input/prepared-input.ts';

/** Most columns that a table may have. */
const MOST_COLUMNS = 5000;

/** A file of comma-separated values, or of those that anything else separates. */
export async function readTableInput(
  { name, path, head }: PreparedInput,
  { mapping: asked, date }: ImportOptions,
): Promise<InputReading> {
  const line = await firstLine(path);
  const { names, separator } = headerOf(line?.trimEnd() ?? '', asked?.delimiter);
  if (line === undefined || names.length > MOST_COLUMNS || NO_TEXT.test(names.join('')))
    throw unknownFormat(name, `Its first line does not name columns, or more than ${String(MOST_COLUMNS)}.`);
  const mapping = {
    ...defined({ separator: separatorIn(head, separator) }),
    ...checked(name, names, asked, date),
  };
  const again = { path, framing: tableRecords, isLeftOut: ({ isCut }: RawRecord) => isCut, skip: 1 };
  return { format: 'table', table: tableRows(path, names, separator, mapping), again };
}

/**
 * What stands between several techniques of one cell, where the beginning of a table has such a cell: `T1059; T1105`, or as JSON lists
 * them.
 */
function separatorIn(head: Buffer, delimiter: string): string | undefined {
  for (const line of head.toString('utf8').split('\n'))
    for (const found of line.matchAll(SEVERAL)) {
      const separator = found[1]?.trim() || ' ';
      const before = line.slice(0, found.index).split('"').length - 1;
      // Within quotes; else two cells stand side by side.
      if (separator !== delimiter || before % 2 === 1) return separator;
    }
  return undefined;
}

const SEVERAL = /T\d{4}(?:\.\d{3})?"{0,2}( ?[,;|] ?| +)"{0,2}(?=T\d{4})/giu;

/**
 * The names of the columns of a table, as an import of it finds them, legible or not; none where its first line is too long.
 *
 * @param engine asked for only where it is of Parquet
 * @throws FoeprintError A4xx where it cannot be had, S938 where it is damaged Parquet
 */
export async function columnsOf(
  name: string,
  engine: () => Promise<Engine>,
  limits: Limits,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foeprint-'));
  try {
    const input = await prepareInput(name, folder, limits, () => {});
    if (isArchive(input.head))
      throw unknownFormat(name, 'It is an archive.', 'Unpack the table that is meant, and name that.');
    if (isParquet(input)) return [...(await parquetColumnsIn(await engine(), input)).keys()];
    const { path } = await inUtf8(input, undefined, folder);
    return headerOf((await firstLine(path)) ?? '').names;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Control characters, and what stands for bytes that are no UTF-8. */
const NO_TEXT = /[\p{Cc}\ufffd]/u;

/** Whether an input begins as Parquet. */
export function isParquet({ head }: PreparedInput): boolean {
  return head.subarray(0, 4).toString('latin1') === 'PAR1';
}

/** A file of Parquet: findings of OCSF as Security Lake keeps them, or a table. */
export async function readParquetInput(
  engine: Engine,
  input: PreparedInput,
  { mapping: asked, date }: ImportOptions,
): Promise<InputReading> {
  const { name, path } = input;
  const columns = await parquetColumnsIn(engine, input);
  const names = [...columns.keys()];
  if (asked === undefined && (columns.has('finding_info') || columns.has('class_uid')))
    return { format: 'ocsf', table: parquetFindings(path, columns) };
  return { format: 'parquet', table: parquetRows(path, checked(name, names, asked, date)) };
}

async function parquetColumnsIn(
  engine: Engine,
  { name, path }: PreparedInput,
): Promise<ReadonlyMap<string, string>> {
  return await parquetColumns(engine, path).catch((error: unknown) => {
    throw error instanceof FoeprintError
      ? unknownFormat(name, `It begins as Parquet, and cannot be read: ${error.issues[0]?.message ?? ''}`)
      : error;
  });
}

async function firstLine(path: string): Promise<string | undefined> {
  for await (const [record] of tableRecords(createReadStream(path), LONGEST_HEADER))
    return record === undefined || record.isCut ? undefined : fromUtf8(record.bytes);
  return undefined;
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
  if ((columns.technique ?? constants.technique) === undefined) {
    // The first line of a table is never data: a mapping would lose it.
    if (names.some((name) => /^T\d{4}(?:\.\d{3})?$/iu.test(name)))
      throw errorOf(
        SIGHTING_INPUT_ISSUES.needsMapping,
        `Its first line holds values, and does not name the columns: ${names.slice(0, 20).join(', ')}.`,
        { file },
        'Put a line with names above it, e.g. `time,technique`.',
      );
    throw errorOf(
      SIGHTING_INPUT_ISSUES.needsMapping,
      `None of its columns is known to hold techniques: ${names.slice(0, 20).join(', ')}.`,
      { file },
    );
  }
  if ((columns.time ?? constants.time ?? date) === undefined)
    throw errorOf(SIGHTING_INPUT_ISSUES.needsDate, 'It has no column of times.', { file });
  return { columns, constants: date === undefined ? constants : { time: date, ...constants }, ...more };
}

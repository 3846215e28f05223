import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isArchive, jsonRecords, lineRecords, type Framing } from '../../acquisition/index.ts';
import {
  byteFormat,
  isListOfTechniques,
  SIGHTING_FORMATS,
  sightingFormatOf,
  wrappedRecords,
  type SightingFormat,
} from '../../intake/index.ts';
import { RECORD_FORMATS, type Engine, type RecordFormatName } from '../../sightings/duckdb/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import type { ImportOptions } from './import-options.ts';
import type { PreparedInput } from './input/prepared-input.ts';
import { isParquet, readParquetInput, readTableInput } from './read-table-input.ts';
import { inUtf8 } from './input/in-utf8.ts';
import { hasLeftOut, isLeftOut, isRefused, recordsIn, writeLines } from './json-lines.ts';
import { unknownFormat, type InputReading } from './input-reading.ts';
import { LONGEST_DOCUMENT, readListInput, readSmallInput } from './read-small-input.ts';

/**
 * Finds out what an input is, and makes records of it that the engine reads.
 *
 * @param folder for what is made on the way
 * @throws FoeprintError S938 where it is of no format that is known, S939 to S941 where it cannot be read as what it is
 */
export async function readInput(
  engine: Engine,
  given: PreparedInput,
  options: ImportOptions,
  folder: string,
): Promise<InputReading> {
  const { readAs, mapping } = options;
  const named = formatNamed(readAs, given.name);
  if (isArchive(given.head))
    throw unknownFormat(
      given.name,
      'It is an archive within an archive.',
      'Unpack the outer one, and import what is in it.',
    );
  if (isParquet(given)) return await readParquetInput(engine, given, options);
  if (readAs === 'parquet') throw unknownFormat(given.name, 'It does not begin as Parquet.');
  const other = byteFormat(given.head);
  if (other !== undefined && !isPlainText(given.head))
    throw unknownFormat(
      given.name,
      `It is ${other.label}.`,
      'Import it as JSON, CSV or Parquet; docs/sightings.md has all formats.',
    );
  const input = await inUtf8(given, mapping?.encoding, folder);
  if (readAs === 'table' || mapping !== undefined) return await readTableInput(input, options);
  if (readAs === 'list') return await readListInput(input, options, folder);
  const framing = framingOf(input) ?? (named && lineRecords);
  if (framing !== undefined) return await readJsonInput(input, framing, named, options, folder);
  const isList = isListOfTechniques(input.head.toString('utf8'));
  return isList ? await readListInput(input, options, folder) : await readTableInput(input, options);
}

async function readJsonInput(
  input: PreparedInput,
  framing: Framing,
  named: SightingFormat | undefined,
  options: ImportOptions,
  folder: string,
): Promise<InputReading> {
  const first = await firstRecord(input, framing);
  if (named === undefined && typeof first === 'string') return await readListInput(input, options, folder);
  const wrapped = wrappedRecords(first);
  const format = named ?? sightingFormatOf(wrapped?.[0] ?? first);
  if (format === undefined) throw unknownFormat(input.name, lookOf(wrapped?.[0] ?? first));
  const path = join(folder, 'unwrapped.ndjson');
  if (wrapped !== undefined)
    await writeFile(path, wrapped.map((record) => `${JSON.stringify(record)}\n`).join(''), { mode: 0o600 });
  const records =
    wrapped === undefined ? { path: input.path, framing } : { path, framing: lineRecords, isNumbered: true };
  const { name } = format;
  if (!isRecordFormat(name)) return await readSmallInput(input.name, records, format, options, folder);
  const isOfLines = records.framing === lineRecords && !hasMark(input.head);
  const hasLong = framing === jsonRecords || input.hasLongLines;
  const isReady = isOfLines && !(hasLong && (await hasLeftOut(records)));
  const ready = isReady ? records.path : join(folder, 'records.ndjson');
  const isRefusing = !isReady && (await writeLines(records, ready));
  return {
    format: name,
    table: RECORD_FORMATS[name](ready),
    again: { ...records, isLeftOut },
    isRefusing,
    without: async (unreadable) => {
      const clean = join(folder, 'readable.ndjson');
      await writeLines(records, clean, unreadable);
      return RECORD_FORMATS[name](clean);
    },
  };
}

/** Whether bytes begin as ASCII: the first two of a table may be those of a program. */
function isPlainText(head: Buffer): boolean {
  return head
    .subarray(0, 512)
    .every((byte) => (byte >= 0x20 ? byte < 0x7f : [0x09, 0x0a, 0x0d].includes(byte)));
}

/** What a first record looks like that is of no format. */
function lookOf(first: unknown): string {
  if (first === undefined)
    return 'It begins as JSON, and has no record that is legible: it is empty, or was cut.';
  const fields = isMapping(first) ? Object.keys(first).slice(0, FIELDS_SHOWN).join(', ') : '';
  return fields === ''
    ? 'It is JSON, and its first record is no alert that is known.'
    : `It is JSON, and its first record is no alert that is known; its first fields are ${fields}.`;
}

const FIELDS_SHOWN = 5;

/** The format in JSON that is called so. @throws FoeprintError S938 where none is, nor any other */
function formatNamed(name: string | undefined, file: string): SightingFormat | undefined {
  const format = SIGHTING_FORMATS.find((each) => each.name === name);
  if (name === undefined || format !== undefined || OTHERS.includes(name)) return format;
  const names = [...SIGHTING_FORMATS.map((each) => each.name), ...OTHERS];
  throw unknownFormat(file, `No format is called “${name}”; there are ${names.join(', ')}.`);
}

const OTHERS: readonly string[] = ['list', 'table', 'parquet'];

function isRecordFormat(name: string | undefined): name is RecordFormatName {
  return name !== undefined && Object.hasOwn(RECORD_FORMATS, name);
}

function hasMark(head: Buffer): boolean {
  return head.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
}

/** How JSON records follow one another; undefined of what is no JSON. */
function framingOf({ head }: PreparedInput): Framing | undefined {
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/u, '')
    .trimStart();
  if (!/^[[{]/u.test(text)) return undefined;
  const [line = ''] = text.split('\n', 1);
  return text.startsWith('{') && parsedJson(line) !== undefined ? lineRecords : jsonRecords;
}

/** Records that are looked at for one that is legible. */
const MOST_LOOKED_AT = 100;

/** The first record that is legible. */
async function firstRecord({ path }: PreparedInput, framing: Framing): Promise<unknown> {
  let looked = 0;
  for await (const records of recordsIn({ path, framing }, LONGEST_DOCUMENT))
    for (const record of records) {
      const parsed = isRefused(record) ? undefined : parsedJson(record.bytes.toString('utf8'));
      if (parsed !== undefined || ++looked === MOST_LOOKED_AT) return parsed;
    }
  return undefined;
}

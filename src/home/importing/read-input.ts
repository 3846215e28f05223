import { createReadStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonRecords, lineRecords, type Framing } from '../../acquisition/index.ts';
import {
  isListOfTechniques,
  SIGHTING_FORMATS,
  sightingFormatOf,
  wrappedRecords,
  type SightingFormat,
} from '../../intake/index.ts';
import {
  LONGEST_RECORD,
  RECORD_FORMATS,
  type Engine,
  type RecordFormatName,
} from '../../sightings/duckdb/index.ts';
import { parsedJson } from '../../text/index.ts';
import type { ImportOptions } from './import-options.ts';
import type { PreparedInput } from './prepared-input.ts';
import { readParquetInput, readTableInput } from './read-table-input.ts';
import { inUtf8 } from './in-utf8.ts';
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
  if (given.head.subarray(0, 4).toString('latin1') === 'PAR1')
    return await readParquetInput(engine, given, options);
  const input = await inUtf8(given, mapping?.encoding, folder);
  const isTable = readAs === 'table' || mapping !== undefined;
  const framing = isTable ? undefined : framingOf(input);
  if (framing !== undefined) return await readJsonInput(input, framing, options, folder);
  const isList = !isTable && isListOfTechniques(input.head.toString('utf8'));
  return isList ? await readListInput(input, options, folder) : await readTableInput(input, options);
}

async function readJsonInput(
  input: PreparedInput,
  framing: Framing,
  options: ImportOptions,
  folder: string,
): Promise<InputReading> {
  const first = await firstRecord(input, framing);
  if (typeof first === 'string') return await readListInput(input, options, folder);
  const wrapped = wrappedRecords(first);
  const format = formatNamed(options.readAs) ?? sightingFormatOf(wrapped?.[0] ?? first);
  if (format === undefined) throw unknownFormat(input.name);
  const path = join(folder, 'unwrapped.ndjson');
  if (wrapped !== undefined)
    await writeFile(path, wrapped.map((record) => `${JSON.stringify(record)}\n`).join(''), { mode: 0o600 });
  const records =
    wrapped === undefined ? { path: input.path, framing } : { path, framing: lineRecords, isNumbered: true };
  const { name } = format;
  if (!isRecordFormat(name)) return await readSmallInput(input.name, records, format, options, folder);
  const isReady =
    wrapped !== undefined ||
    (framing === lineRecords && input.longestLine <= LONGEST_RECORD && !hasMark(input.head));
  const ready = isReady ? records.path : join(folder, 'records.ndjson');
  if (!isReady) await writeLines(input, framing, ready);
  return { format: name, table: RECORD_FORMATS[name](ready), again: records };
}

/** @throws FoeprintError S938 where no format is called so */
function formatNamed(name: string | undefined): SightingFormat | undefined {
  const format = SIGHTING_FORMATS.find((each) => each.name === name);
  if (name === undefined || format !== undefined) return format;
  const names = [...SIGHTING_FORMATS.map((each) => each.name), 'list', 'table', 'parquet'];
  throw unknownFormat(name, `No format is called “${name}”; there are ${names.join(', ')}.`);
}

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

async function firstRecord({ path }: PreparedInput, framing: Framing): Promise<unknown> {
  const stream = createReadStream(path);
  try {
    for await (const [record] of framing(stream, LONGEST_DOCUMENT))
      if (record !== undefined) return parsedJson(record.bytes.toString('utf8'));
    return undefined;
  } finally {
    stream.destroy();
  }
}

/** Writes records as JSON Lines, without those that are too long. */
async function writeLines({ path }: PreparedInput, framing: Framing, target: string): Promise<void> {
  const file = await open(target, 'w', 0o600);
  try {
    for await (const records of framing(
      createReadStream(path, { highWaterMark: 1024 * 1024 }),
      LONGEST_RECORD,
    )) {
      const lines = records
        .filter(({ isCut }) => !isCut)
        .flatMap(({ bytes }) => [onOneLine(bytes), LINE_END]);
      await file.write(Buffer.concat(lines));
    }
  } finally {
    await file.close();
  }
}

const LINE_END = Buffer.from('\n');

/** In JSON, line ends are white space, or a fault. */
function onOneLine(bytes: Buffer): Buffer {
  return bytes.includes(0x0a) ? Buffer.from(bytes.map((byte) => (byte === 0x0a ? 0x20 : byte))) : bytes;
}

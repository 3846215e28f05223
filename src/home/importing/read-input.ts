import { createReadStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonRecords, lineRecords, type Framing, type Limits } from '../../acquisition/index.ts';
import { jsonSightingFormat, wrappedRecords } from '../../intake/index.ts';
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

/**
 * Finds out what an input is, and makes records of it that the engine reads.
 *
 * @param folder for what is made on the way
 * @throws FoeprintError S938 where it is of no format that is known, S939 to S941 where it is a table that cannot be read
 */
export async function readInput(
  engine: Engine,
  given: PreparedInput,
  options: ImportOptions,
  folder: string,
  _limits: Limits,
): Promise<InputReading> {
  const { readAs, mapping } = options;
  if (given.head.subarray(0, 4).toString('latin1') === 'PAR1')
    return await readParquetInput(engine, given, options);
  const input = await inUtf8(given, mapping?.encoding, folder);
  const framing = readAs === 'table' || mapping !== undefined ? undefined : framingOf(input);
  if (framing === undefined) return await readTableInput(input, options);
  return await readJsonInput(input, framing, readAs, folder);
}

async function readJsonInput(
  input: PreparedInput,
  framing: Framing,
  readAs: string | undefined,
  folder: string,
): Promise<InputReading> {
  const first = await firstRecord(input, framing);
  const wrapped = wrappedRecords(first);
  if (wrapped !== undefined) return await readWrapped(input, wrapped, readAs, folder);
  const format = readAs ?? jsonSightingFormat(first);
  if (!isRecordFormat(format)) throw unknownFormat(input.name);
  const again = { path: input.path, framing };
  const isReady = framing === lineRecords && input.longestLine <= LONGEST_RECORD && !hasMark(input.head);
  const path = isReady ? input.path : join(folder, 'records.ndjson');
  if (!isReady) await writeLines(input, framing, path);
  return { format, table: RECORD_FORMATS[format](path), again };
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

/** The records of a document around them, which is read whole: they stand on lines of their own then, and have no others. */
async function readWrapped(
  { name }: PreparedInput,
  records: readonly unknown[],
  readAs: string | undefined,
  folder: string,
): Promise<InputReading> {
  const format = readAs ?? jsonSightingFormat(records[0]);
  if (!isRecordFormat(format)) throw unknownFormat(name);
  const path = join(folder, 'records.ndjson');
  await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(''), { mode: 0o600 });
  const again = { path, framing: lineRecords, isNumbered: true };
  return { format, table: RECORD_FORMATS[format](path), again };
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

/** Most bytes of a document that is read whole. */
const LONGEST_DOCUMENT = 128 * 1024 * 1024;

const LINE_END = Buffer.from('\n');

/** In JSON, line ends are white space, or a fault. */
function onOneLine(bytes: Buffer): Buffer {
  return bytes.includes(0x0a) ? Buffer.from(bytes.map((byte) => (byte === 0x0a ? 0x20 : byte))) : bytes;
}

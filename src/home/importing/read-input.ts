import { createReadStream } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonRecords, lineRecords, type Framing, type Limits } from '../../acquisition/index.ts';
import { errorOf, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { jsonSightingFormat, wrappedRecords } from '../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../sightings/index.ts';
import {
  LONGEST_RECORD,
  RECORD_FORMATS,
  type RecordFormatName,
  type RecordTable,
} from '../../sightings/duckdb/index.ts';
import { parsedJson } from '../../text/index.ts';
import type { ImportOptions } from './import-options.ts';
import type { PreparedInput } from './prepared-input.ts';
import type { Reject, RejectSource } from './rejects.ts';

/** An input as records that the engine reads. */
export interface InputReading {
  readonly format: string;
  readonly table: RecordTable;
  /** Records that were rejected on the way. */
  readonly rejected: readonly Reject[];
  /** How the records that the engine rejects are found again. */
  readonly again?: Pick<RejectSource, 'path' | 'framing' | 'skip' | 'isNumbered'>;
  readonly level?: MarkingLevel | undefined;
  readonly issues: readonly Issue[];
}

/**
 * Finds out what an input is, and makes records of it that the engine reads.
 *
 * @throws FoeprintError S938 where it is of no format that is known
 */
export async function readInput(
  input: PreparedInput,
  { readAs }: ImportOptions,
  folder: string,
  _limits: Limits,
): Promise<InputReading> {
  const framing = framingOf(input);
  if (framing === undefined) throw unknownFormat(input.name);
  const first = await firstRecord(input, framing);
  const wrapped = wrappedRecords(first);
  if (wrapped !== undefined) return await readWrapped(input, wrapped, readAs, folder);
  const format = readAs ?? jsonSightingFormat(first);
  if (!isRecordFormat(format)) throw unknownFormat(input.name);
  const again = { path: input.path, framing };
  const isReady = framing === lineRecords && input.longestLine <= LONGEST_RECORD && !hasMark(input.head);
  const path = isReady ? input.path : join(folder, 'records.ndjson');
  if (!isReady) await writeLines(input, framing, path);
  return { format, table: RECORD_FORMATS[format](path), rejected: [], again, issues: [] };
}

function unknownFormat(file: string): Error {
  const message = 'It is of no format that sightings are read from.';
  return errorOf(SIGHTING_INPUT_ISSUES.formatNotKnown, message, { file });
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
  return { format, table: RECORD_FORMATS[format](path), rejected: [], again, issues: [] };
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

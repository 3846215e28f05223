import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { depthOf, type Framing, type RawRecord } from '../../acquisition/index.ts';
import { LONGEST_RECORD } from '../../sightings/duckdb/index.ts';
import { LONG_LINE } from './input/prepared-input.ts';

/** Records one after another in a file. */
export interface RecordFile {
  readonly path: string;
  readonly framing: Framing;
  /** Its lines are not those of the input: records are named by their number. */
  readonly isNumbered?: boolean;
}

/** The records of a file, piece by piece. */
export function recordsIn(
  { path, framing }: RecordFile,
  longest: number = LONGEST_RECORD,
): AsyncIterable<readonly RawRecord[]> {
  return framing(createReadStream(path, { highWaterMark: 1024 * 1024 }), longest);
}

/** Deepest that a record may be; no alert is. The engine crashes at some ten thousand. */
const DEEPEST = 500;

/** Whether a record is not to be taken apart at all. */
export function isRefused({ isCut, bytes }: RawRecord): boolean {
  return isCut || depthOf(bytes) > DEEPEST;
}

/** Whether a record is left out before the engine reads the others: one that is short cannot be deep enough to crash it. */
export function isLeftOut(record: RawRecord): boolean {
  return (record.isCut || record.bytes.length >= LONG_LINE) && isRefused(record);
}

/** Whether any record of an input is left out so. */
export async function hasLeftOut(file: RecordFile): Promise<boolean> {
  for await (const records of recordsIn(file)) if (records.some(isLeftOut)) return true;
  return false;
}

/**
 * Writes records as JSON Lines, without those that are left out.
 *
 * @param unreadable numbers of records that are no JSON, to be left out as well
 * @returns whether any was left out
 */
export async function writeLines(
  from: RecordFile,
  target: string,
  unreadable: ReadonlySet<number> = new Set(),
): Promise<boolean> {
  let isAll = true;
  const file = await open(target, 'w', 0o600);
  try {
    for await (const records of recordsIn(from)) {
      const kept = records.filter((record) => !unreadable.has(record.number) && !isLeftOut(record));
      isAll &&= kept.length === records.length;
      await file.write(Buffer.concat(kept.flatMap(({ bytes }) => [onOneLine(bytes), LINE_END])));
    }
  } finally {
    await file.close();
  }
  return !isAll;
}

const LINE_END = Buffer.from('\n');

/** In JSON, line ends are white space, or a fault. */
function onOneLine(bytes: Buffer): Buffer {
  return bytes.includes(0x0a) ? Buffer.from(bytes.map((byte) => (byte === 0x0a ? 0x20 : byte))) : bytes;
}

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { depthOf, type Framing, type RawRecord } from '../../acquisition/index.ts';
import { LONGEST_RECORD } from '../../sightings/duckdb/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { LONG_LINE } from './prepared-input.ts';
import { placesIn } from './rejected-places.ts';

/** Records of JSON in a file. */
export interface JsonRecords {
  readonly path: string;
  readonly framing: Framing;
}

/** Deepest that a record may be; no alert is. The engine crashes at some ten thousand. */
const DEEPEST = 500;

/** Whether a record is left out before anything reads it. */
export function isRefused({ isCut, bytes }: Pick<RawRecord, 'isCut' | 'bytes'>): boolean {
  return isCut || depthOf(bytes) > DEEPEST;
}

/** Whether any record of an input is left out so. */
export async function hasRefused({ path, framing }: JsonRecords): Promise<boolean> {
  for await (const records of framing(chunksOf(path), LONGEST_RECORD))
    if (records.some((record) => isLong(record) && isRefused(record))) return true;
  return false;
}

function isLong({ isCut, bytes }: RawRecord): boolean {
  return isCut || bytes.length >= LONG_LINE;
}

/**
 * Writes records as JSON Lines, without those that are left out.
 *
 * @param unreadable numbers of records that are no JSON, to be left out as well
 */
export async function writeLines(
  { path, framing }: JsonRecords,
  target: string,
  unreadable: ReadonlySet<number> = new Set(),
): Promise<void> {
  const file = await open(target, 'w', 0o600);
  try {
    for await (const records of framing(chunksOf(path), LONGEST_RECORD)) {
      const kept = records.filter(
        (record) => !unreadable.has(record.number) && !(isLong(record) && isRefused(record)),
      );
      await file.write(Buffer.concat(kept.flatMap(({ bytes }) => [onOneLine(bytes), LINE_END])));
    }
  } finally {
    await file.close();
  }
}

/**
 * Numbers of the records that are no JSON. After one that stops in the middle the engine (DuckDB 1.5) does not see the next one
 * either: where there are any, the input is read again without them.
 *
 * @param places file of `writeRejected`
 */
export async function unreadableIn(
  { path, framing }: JsonRecords,
  places: string,
): Promise<ReadonlySet<number>> {
  const unreadable = new Set<number>();
  const rejected = placesIn(places);
  let next = (await rejected.next()).value;
  let place = 0;
  for await (const records of framing(chunksOf(path), LONGEST_RECORD))
    for (const record of records) {
      if (isLong(record) && isRefused(record)) continue;
      place += 1;
      if (next?.place !== place) continue;
      if (!isMapping(parsedJson(record.bytes.toString('utf8')))) unreadable.add(record.number);
      next = (await rejected.next()).value;
    }
  return unreadable;
}

function chunksOf(path: string): AsyncIterable<unknown> {
  return createReadStream(path, { highWaterMark: 1024 * 1024 });
}

const LINE_END = Buffer.from('\n');

/** In JSON, line ends are white space, or a fault. */
function onOneLine(bytes: Buffer): Buffer {
  return bytes.includes(0x0a) ? Buffer.from(bytes.map((byte) => (byte === 0x0a ? 0x20 : byte))) : bytes;
}

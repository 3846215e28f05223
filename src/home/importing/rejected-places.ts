import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { RawRecord } from '../../acquisition/index.ts';
import { SIGHTING_INPUT_ISSUES, type SightingInputIssueName } from '../../sightings/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { recordsIn, type RecordFile } from './json-lines.ts';

/** What is read once more to find the records that were rejected. */
export interface RejectSource extends RecordFile {
  /** Whether a record was left out before the engine read the others. */
  readonly isLeftOut: (record: RawRecord) => boolean;
  /** File of `writeRejected`; its places count what is neither left out nor faulty. */
  readonly places: string;
  /** Records at the beginning that are none: the names of columns. */
  readonly skip?: number;
  /** Numbers of records that the engine could not take apart. */
  readonly faulty: ReadonlySet<number>;
}

/** The records of an input that were rejected, in its order, each with why. */
export async function* rejectedRecords({
  isLeftOut,
  places,
  skip = 0,
  faulty,
  ...file
}: RejectSource): AsyncGenerator<{ readonly reason: SightingInputIssueName; readonly record: RawRecord }> {
  const rejected = placesIn(places);
  let next = (await rejected.next()).value;
  let place = -skip;
  for await (const records of recordsIn(file))
    for (const record of records)
      if (isLeftOut(record)) yield { reason: 'recordTooLong', record };
      else if (faulty.has(record.number)) yield { reason: 'notReadable', record };
      else if (++place === next?.place) {
        yield { reason: next.reason, record };
        next = (await rejected.next()).value;
      }
}

/**
 * Numbers of the rejected records that are no JSON. After one that stops in the middle the engine (DuckDB 1.5) does not see the next one
 * either: where there are any, the input is read again without them.
 */
export async function unreadableIn(source: Omit<RejectSource, 'faulty'>): Promise<ReadonlySet<number>> {
  const unreadable = new Set<number>();
  for await (const { reason, record } of rejectedRecords({ ...source, faulty: new Set() }))
    if (reason !== 'recordTooLong' && !isMapping(parsedJson(record.bytes.toString('utf8'))))
      unreadable.add(record.number);
  return unreadable;
}

interface RejectedPlace {
  readonly place: number;
  readonly reason: SightingInputIssueName;
  readonly record: unknown;
}

/** What `writeRejected` wrote. */
export async function* placesIn(path: string): AsyncGenerator<RejectedPlace, undefined> {
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const written = parsedJson(line);
    if (!isMapping(written)) continue;
    const { place, reason, record } = written;
    if (typeof reason === 'string' && isReason(reason)) yield { place: Number(place), reason, record };
  }
  return undefined;
}

function isReason(text: string): text is SightingInputIssueName {
  return Object.hasOwn(SIGHTING_INPUT_ISSUES, text);
}

import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { errorOf } from '../../facts/index.ts';
import { SIGHTING_INPUT_ISSUES, type SightingInputIssueName } from '../../sightings/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';
import { replaceFile } from '../locking/write-atomically.ts';
import { reasonOf } from '../reason-of.ts';
import type { RecordFile } from './json-lines.ts';
import { LineWriter } from './line-writer.ts';
import { placesIn, rejectedRecords, type RejectSource } from './rejected-places.ts';

/** A record that could not be used. */
export interface Reject {
  readonly file: string;
  /** Line on which it begins; absent where its format has no lines. */
  readonly line?: number;
  /** Where it stands in a document, e.g. `objects[3]`. */
  readonly place?: string;
  readonly code: string;
  readonly reason: string;
  /** As it was written, its beginning where it is long. */
  readonly record: string;
}

/** Longest record that is written whole. */
const LONGEST_SHOWN = 64 * 1024;

export function rejectOf(
  name: SightingInputIssueName,
  record: string,
  place: Pick<Reject, 'file' | 'line' | 'place'>,
): Reject {
  const { code, meaning } = SIGHTING_INPUT_ISSUES[name];
  return { ...place, code, reason: meaning, record: record.slice(0, LONGEST_SHOWN) };
}

/** Where rejects go, one JSON object to a line, counted by code. */
export class RejectWriter {
  readonly path: string;
  readonly #lines: LineWriter;
  readonly #counts = new Map<string, number>();
  #total = 0;

  constructor(path: string) {
    this.path = path;
    this.#lines = new LineWriter(path);
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  get total(): number {
    return this.#total;
  }

  async add(reject: Reject): Promise<void> {
    this.#total += 1;
    this.#counts.set(reject.code, (this.#counts.get(reject.code) ?? 0) + 1);
    await this.#lines.add(reject);
  }

  async end(): Promise<void> {
    await this.#lines.end();
  }
}

/** Writes the records of an input that were rejected, each with the line that it begins on. */
export async function writeRejects(file: string, source: RejectSource, writer: RejectWriter): Promise<void> {
  for await (const { reason, record } of rejectedRecords(source)) {
    const text = record.bytes.toString('utf8').trim();
    const isNone = reason === 'otherRecord' && !isMapping(parsedJson(text));
    await writer.add(rejectOf(isNone ? 'notReadable' : reason, text, placeIn(source, file, record.line)));
  }
}

/** Where a record of an input stands. */
export function placeIn(
  { isNumbered = false }: RecordFile,
  file: string,
  line: number,
): Pick<Reject, 'file' | 'line' | 'place'> {
  return isNumbered ? { file, place: `record ${String(line)}` } : { file, line };
}

/** Writes the records that were rejected of an input without lines, as the engine shows them. */
export async function writeShownRejects(file: string, path: string, writer: RejectWriter): Promise<void> {
  for await (const { place, reason, record } of placesIn(path))
    await writer.add(rejectOf(reason, JSON.stringify(record), { file, place: shownPlace(place, record) }));
}

function shownPlace(place: number, record: unknown): string {
  const own = isMapping(record) ? record['place'] : undefined;
  return typeof own === 'string' ? own : `row ${String(place)}`;
}

/** Where the rejects of one run go, of one input or of several. */
export class RejectsFile {
  readonly path: string;
  #isBegun = false;

  constructor(path: string) {
    this.path = path;
  }

  /**
   * Puts the rejects of an input there, in the place of what an earlier run left; nothing where there are none.
   *
   * @returns where
   * @throws FoeprintError S951
   */
  async take({ path, total }: RejectWriter): Promise<string | undefined> {
    if (total === 0) return undefined;
    try {
      const content = createReadStream(path);
      await (this.#isBegun
        ? pipeline(content, createWriteStream(this.path, { flags: 'a' }))
        : replaceFile(this.path, content));
      this.#isBegun = true;
      return this.path;
    } catch (error) {
      const message = `“${this.path}” cannot be written (${reasonOf(error)}).`;
      throw errorOf(SIGHTING_INPUT_ISSUES.rejectsNotWritten, message, { file: this.path });
    }
  }
}

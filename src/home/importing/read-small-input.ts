import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorOf, strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { listedTechniques, type GivenSighting, type SightingFormat } from '../../intake/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../sightings/index.ts';
import { givenSightings } from '../../sightings/duckdb/index.ts';
import { defined, isMapping, parsedJson } from '../../text/index.ts';
import type { ImportOptions } from './import-options.ts';
import type { InputReading } from './input-reading.ts';
import { LineWriter } from './line-writer.ts';
import type { PreparedInput } from './input/prepared-input.ts';
import { isRefused, recordsIn, type RecordFile } from './json-lines.ts';
import { placeIn, rejectOf, type Reject } from './rejects.ts';

/** Longest document that is read whole: bundles, layers, events. */
export const LONGEST_DOCUMENT = 128 * 1024 * 1024;

/** Reads records of a format that no engine reads, one by one, and hands on what each says. */
export async function readSmallInput(
  file: string,
  records: RecordFile,
  { name, is, read, needsDate }: SightingFormat,
  { date }: ImportOptions,
  folder: string,
): Promise<InputReading> {
  if (needsDate === true && date === undefined) throw undated(file);
  const writer = new LineWriter(join(folder, 'given.ndjson'));
  const rejected: Reject[] = [];
  const levels: (MarkingLevel | undefined)[] = [];
  for await (const some of recordsIn(records, LONGEST_DOCUMENT))
    for (const record of some) {
      const text = record.bytes.toString('utf8');
      const at = placeIn(records, file, record.line);
      const isTooLong = isRefused(record);
      const parsed = isTooLong ? undefined : parsedJson(text);
      if (read === undefined || !isMapping(parsed) || !is(parsed)) {
        const reason = isMapping(parsed) ? 'otherRecord' : 'notReadable';
        rejected.push(rejectOf(isTooLong ? 'recordTooLong' : reason, text, at));
        continue;
      }
      const { sightings, level } = read(parsed);
      levels.push(level);
      const { place = `line ${String(record.line)}` } = at;
      for (const sighting of sightings)
        await writer.add(given(sighting, [place, sighting.place].filter(Boolean).join(', '), date));
    }
  await writer.end();
  return { format: name, table: givenSightings(writer.path), rejected, level: strictestLevel(levels) };
}

/** Reads a list of ids of techniques, in a text or in JSON. */
export async function readListInput(
  { name, path }: PreparedInput,
  { date }: ImportOptions,
  folder: string,
): Promise<InputReading> {
  if (date === undefined) throw undated(name);
  const writer = new LineWriter(join(folder, 'given.ndjson'));
  const rejected: Reject[] = [];
  const text = await readFile(path, 'utf8');
  const parsed = parsedJson(text);
  const lines = Array.isArray(parsed) ? parsed.map(String).join('\n') : text;
  for (const { line, text: written, sightings } of listedTechniques(lines)) {
    if (sightings.length === 0) rejected.push(rejectOf('noTechnique', written, { file: name, line }));
    for (const sighting of sightings) await writer.add(given(sighting, `line ${String(line)}`, date));
  }
  await writer.end();
  return { format: 'list', table: givenSightings(writer.path), rejected };
}

/** What a record says, for the engine. */
function given(
  { time = '', ...sighting }: GivenSighting,
  place: string,
  date: string | undefined,
): GivenSighting {
  return { ...sighting, ...defined({ time: time || date }), place };
}

function undated(file: string): Error {
  return errorOf(SIGHTING_INPUT_ISSUES.needsDate, 'It does not say when anything was seen.', { file });
}

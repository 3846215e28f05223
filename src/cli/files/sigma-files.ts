import { basename, dirname, relative } from 'node:path';
import { inUtf8, readFiles } from '../../acquisition/index.ts';
import type { RuleFile } from '../../answers/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { readEvents, type EventsRead } from '../../sigma/index.ts';
import { append, fromUtf8 } from '../../text/index.ts';
import type { Call } from '../call/call.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';

/**
 * The files of Sigma rules at a place: one, those of a folder, or of an archive.
 *
 * @throws FoeprintError A4xx where it cannot be read
 */
export async function ruleFilesIn(place: string, call: Call): Promise<readonly RuleFile[]> {
  const { limits } = (await call.home()).config;
  const { files, isCollection } = await readFiles(place, limits, (name) => /\.ya?ml$/iu.test(name));
  return files.map(({ location, bytes }) => ({
    file: isCollection ? nameWithin(place, location) : basename(location),
    text: fromUtf8(inUtf8(bytes, location)),
  }));
}

/** Of a folder its name and the path in it, of an archive the path in that. */
function nameWithin(place: string, location: string): string {
  return location.startsWith(`${place}!`)
    ? location.slice(place.length + 1)
    : relative(dirname(place), location);
}

/**
 * The events of some files, or of standard input where none are named. What is none is remarked upon.
 *
 * @throws FoeprintError A4xx where a file cannot be read, G150 where there is no event at all
 */
export async function logEventsIn(
  places: readonly string[],
  call: Call,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { limits } = (await call.home()).config;
  const readings: EventsRead[] = [];
  for (const place of places.length === 0 ? ['-'] : places) {
    const { files } = await readFiles(place, limits, (name) =>
      /\.(?:json|jsonl|ndjson)(?:\.gz)?$/iu.test(name),
    );
    append(
      readings,
      files.map(({ location, bytes }) => readEvents(location, fromUtf8(inUtf8(bytes, location)))),
    );
  }
  const issues = readings.flatMap((read) => read.issues);
  const events = readings.flatMap((read) => read.events);
  if (events.length === 0 && issues.length > 0) throw new FoeprintError(issues);
  remarkIssues(call, issues);
  return events;
}

import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { SIGHTING_INPUT_ISSUES, type SightingInputIssueName } from '../../sightings/index.ts';
import { isMapping, parsedJson } from '../../text/index.ts';

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

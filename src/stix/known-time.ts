import { readTimestamp } from './timestamp.ts';

/** What OpenCTI writes where nobody has said when something was first or last seen: the ends of its calendar. */
const NOBODY_SAID: ReadonlySet<string> = new Set(['1970-01-01T00:00:00.000Z', '5138-11-16T09:46:40.000Z']);

/** A STIX timestamp that says when something was, as {@link readTimestamp} gives it; undefined where it says nothing. */
export function knownTime(text: string): string | undefined {
  const time = readTimestamp(text);
  return time === undefined || NOBODY_SAID.has(time) ? undefined : time;
}

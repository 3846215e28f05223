import { isMapping, compareText } from '../../text/index.ts';

/**
 * Objects of STIX that were there, and those that came: of each id the newest version; of those without a version what came. In the
 * order of their ids, so that the same objects are the same text.
 */
export function mergeObjects(there: readonly unknown[], came: readonly unknown[]): readonly unknown[] {
  const merged = new Map<string, unknown>();
  for (const object of [...there, ...came]) {
    const key = isMapping(object) && typeof object['id'] === 'string' ? object['id'] : JSON.stringify(object);
    if (isNewer(object, merged.get(key))) merged.set(key, object);
  }
  return [...merged].toSorted(([one], [other]) => compareText(one, other)).map(([, object]) => object);
}

function isNewer(object: unknown, known: unknown): boolean {
  return known === undefined || compareText(versionOf(object), versionOf(known)) >= 0;
}

/** When it was made what it is; empty where it does not say. */
function versionOf(object: unknown): string {
  const written = isMapping(object) ? (object['modified'] ?? object['created']) : undefined;
  return typeof written === 'string' ? comparable(written) : '';
}

/** The latest of some timestamps, as it is written. */
export function newestTime(times: readonly string[]): string | undefined {
  return times.toSorted((one, other) => compareText(comparable(one), comparable(other))).at(-1);
}

/** A timestamp such that texts compare as times do: servers write fractions of seconds in any length. */
function comparable(time: string): string {
  const [, second = '', fraction = ''] = /^([\dT:-]+)(?:\.(\d+))?Z$/u.exec(time) ?? [];
  return second && `${second}.${fraction.padEnd(9, '0')}`;
}

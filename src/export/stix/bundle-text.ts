import { deterministicIdOf, errorOf } from '../../facts/index.ts';
import { EXPORT_ISSUES } from '../issues.ts';
import type { StixObject } from './derivation-extension.ts';

/** Objects as a bundle, one on each line; ends with a line feed. Its id is made of `parts` and the ids of the objects. */
export function bundleText(objects: readonly StixObject[], ...parts: readonly string[]): string {
  const id = deterministicIdOf('bundle', [...parts, ...objects.map(idOf)]);
  const lines = objects.map((object) => JSON.stringify(object));
  return `{"type":"bundle","id":"${id}","objects":[\n${lines.join(',\n')}\n]}\n`;
}

/**
 * The time of an export as STIX wants it, with milliseconds.
 *
 * @throws FoeprintError E804
 */
export function exportTime(at: string): string {
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/u.test(at) ? new Date(at) : undefined;
  if (time === undefined || Number.isNaN(time.getTime()))
    throw errorOf(EXPORT_ISSUES.notATime, `“${at}” is no time in UTC.`);
  return time.toISOString();
}

export function byId(one: StixObject, other: StixObject): number {
  return idOf(one) < idOf(other) ? -1 : Number(idOf(one) > idOf(other));
}

export function idOf({ id }: StixObject): string {
  return typeof id === 'string' ? id : '';
}

import type { MarkingLevel } from '../../facts/index.ts';
import type { Assertion } from '../../stix/index.ts';
import {
  assertFact as assertFactOf,
  loadCaseFile as loadCaseFileOf,
  type Home,
  type LoadReport,
} from '../../home/index.ts';
import { nameResolver } from '../../workbench/index.ts';

/**
 * Loads a case file, YAML or CSV. What its names mean is looked up in what is loaded, as questions understand them; what cannot be used
 * is listed.
 *
 * @param loadedAt time of loading, ISO 8601; default now
 * @param clearance of whoever loads it: nothing above it is looked up, named in what is refused, or changed; default all
 * @throws FoeprintError A4xx where the file cannot be read, I1xx where nothing in it can be used, H598
 */
export async function loadCaseFile(
  home: Home,
  path: string,
  loadedAt?: string,
  clearance?: MarkingLevel,
): Promise<LoadReport> {
  return await loadCaseFileOf(home, path, nameResolver, loadedAt, clearance);
}

/**
 * Stores one assertion, given field by field; its names are understood as questions understand them.
 *
 * @param at when it is made, ISO 8601; default now
 * @param clearance as for {@link loadCaseFile}
 * @throws FoeprintError I14x with everything that is wrong with it, H598
 */
export async function assertFact(
  home: Home,
  fields: ReadonlyMap<string, string>,
  at?: string,
  clearance?: MarkingLevel,
): Promise<Assertion> {
  return await assertFactOf(home, fields, nameResolver, at, clearance);
}

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
 * @throws FoeprintError A4xx where the file cannot be read, I1xx where nothing in it can be used
 */
export async function loadCaseFile(home: Home, path: string, loadedAt?: string): Promise<LoadReport> {
  return await loadCaseFileOf(home, path, nameResolver, loadedAt);
}

/**
 * Stores one assertion, given field by field; its names are understood as questions understand them.
 *
 * @param at when it is made, ISO 8601; default now
 * @throws FoeprintError I14x with everything that is wrong with it
 */
export async function assertFact(
  home: Home,
  fields: ReadonlyMap<string, string>,
  at?: string,
): Promise<Assertion> {
  return await assertFactOf(home, fields, nameResolver, at);
}

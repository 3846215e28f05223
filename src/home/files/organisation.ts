import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../../acquisition/index.ts';
import { FoeprintError } from '../../facts/index.ts';
import { INTAKE_ISSUES, readOrganisationText, type OrganisationReading } from '../../intake/index.ts';
import type { Organisation } from '../../threat/index.ts';
import { resolveLocation } from '../settings/resolve-location.ts';
import { textOfFile } from './text-of-file.ts';

/** An organisation as its file describes it. */
export interface OrganisationFile extends OrganisationReading {
  readonly organisation: Organisation;
}

/**
 * Reads an organisation from a YAML file (docs/organisation.md). Paths in it become absolute. What is wrong with parts of it
 * is listed, and the rest is used.
 *
 * @throws FoeprintError A4xx where the file cannot be read, I17x where it is no organisation with a name
 */
export async function readOrganisation(
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<OrganisationFile> {
  return await readWith(file, limits, (name) => fileNamedIn(file, name));
}

/**
 * Reads an organisation whose files are not beside it, as one that was sent has none: they stand in it as it names them, and nothing is
 * looked for or opened.
 *
 * @throws FoeprintError A4xx where the file cannot be read, I17x where it is no organisation with a name
 */
export async function readSentOrganisation(
  file: string,
  limits: Limits = DEFAULT_LIMITS,
): Promise<OrganisationFile> {
  return await readWith(file, limits, (name) => name);
}

async function readWith(
  file: string,
  limits: Limits,
  findFile: (name: string) => string | undefined,
): Promise<OrganisationFile> {
  const text = await textOfFile(file, limits, INTAKE_ISSUES.notAnOrganisation);
  const reading = readOrganisationText(text, file, findFile);
  const { organisation, issues } = reading;
  if (organisation === undefined) throw new FoeprintError(issues);
  return { ...reading, organisation };
}

/** The absolute path of a file or folder that another file names (relative to itself, or `~/`); undefined where there is none. */
export function fileNamedIn(file: string, name: string): string | undefined {
  const path = resolveLocation(name, resolve(file));
  try {
    const state = statSync(path);
    return state.isFile() || state.isDirectory() ? path : undefined;
  } catch {
    // Not there; or no name that a file can have.
    return undefined;
  }
}

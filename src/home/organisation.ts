import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseJson, readFileBytes, silent, DEFAULT_LIMITS, type Limits } from '../acquisition/index.ts';
import { FoeprintError, issueOf, type Issue } from '../facts/index.ts';
import {
  INTAKE_ISSUES,
  readDettectCoverage,
  readLayerCoverage,
  readOrganisationText,
  type CoverageReading,
  type OrganisationReading,
} from '../intake/index.ts';
import { coverageOf, type Coverage, type CoverageClaim, type Organisation } from '../threat/index.ts';
import { resolveLocation } from './resolve-location.ts';

/** An organisation as its file tells it. */
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
  const bytes = await readFileBytes(file, limits, silent);
  if (!isUtf8(bytes))
    throw new FoeprintError([issueOf(INTAKE_ISSUES.notAnOrganisation, 'It is not UTF-8.', { file })]);
  const reading = readOrganisationText(textOf(bytes), file, (told) => fileNamedIn(file, told));
  const { organisation, issues } = reading;
  if (organisation === undefined) throw refusalFor(issues);
  return { ...reading, organisation };
}

/** The absolute path of a file that another file names (relative to itself, or `~/`); undefined where there is none. */
export function fileNamedIn(file: string, told: string): string | undefined {
  const path = resolveLocation(told, resolve(file));
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? path : undefined;
}

/** What the coverage files of an organisation say together. */
export interface CoverageFiles {
  readonly coverage: Coverage;
  /** How many techniques each file scores, in the order given; none for one that could not be read. */
  readonly files: readonly CoverageFile[];
  readonly issues: readonly Issue[];
}

/** What one coverage file says, counted. */
export interface CoverageFile {
  readonly file: string;
  /** Techniques with detection, or covered by a layer. */
  readonly covered: number;
  /** Techniques with visibility. */
  readonly visible: number;
}

/**
 * Reads which techniques are covered how well: Navigator layers (JSON of any version) and DeTT&CT technique administration
 * (YAML). Never throws on what the files are or say: a file that cannot be read is listed, and the others are used.
 */
export async function readCoverage(
  files: readonly string[],
  limits: Limits = DEFAULT_LIMITS,
): Promise<CoverageFiles> {
  const readings = await Promise.all(files.map((file) => readCoverageFile(file, limits)));
  return {
    coverage: coverageOf(readings.flatMap(({ claims }) => claims)),
    files: readings.map(({ claims }, index) => counted(files[index] ?? '', claims)),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function counted(file: string, claims: readonly CoverageClaim[]): CoverageFile {
  const { techniques, visibility } = coverageOf(claims);
  return { file, covered: techniques.size, visible: visibility.size };
}

async function readCoverageFile(file: string, limits: Limits): Promise<CoverageReading> {
  try {
    const bytes = await readFileBytes(file, limits, silent);
    const text = textOf(bytes);
    if (/^\s*[[{]/u.test(text)) return readLayerCoverage(parseJson(bytes, file), file);
    if (isUtf8(bytes)) return readDettectCoverage(text, file);
    return { claims: [], issues: [issueOf(INTAKE_ISSUES.notCoverage, 'It is not UTF-8.', { file })] };
  } catch (error) {
    if (error instanceof FoeprintError) return { claims: [], issues: error.issues };
    throw error;
  }
}

/** Without the byte order mark. */
function textOf(bytes: Buffer): string {
  return new TextDecoder().decode(bytes);
}

function refusalFor([first, ...others]: readonly Issue[]): Error {
  return first === undefined
    ? new RangeError('a refused organisation has issues')
    : new FoeprintError([first, ...others]);
}

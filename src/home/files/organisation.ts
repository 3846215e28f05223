import { isUtf8 } from 'node:buffer';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  parseJson,
  readFileBytes,
  readFiles,
  silent,
  DEFAULT_LIMITS,
  type Limits,
} from '../../acquisition/index.ts';
import { FoeprintError, issueOf, strictestLevel, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { lazily } from '../../text/index.ts';
import {
  INTAKE_ISSUES,
  readCoverageText,
  readOrganisationText,
  type CoverageAsked,
  type CoverageReading,
  type OrganisationReading,
} from '../../intake/index.ts';
import { coverageOf, type Coverage, type Organisation } from '../../threat/index.ts';
import { resolveLocation } from '../settings/resolve-location.ts';

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
  const bytes = await readFileBytes(file, limits, silent);
  if (!isUtf8(bytes))
    throw new FoeprintError([issueOf(INTAKE_ISSUES.notAnOrganisation, 'It is not UTF-8.', { file })]);
  const reading = readOrganisationText(textOf(bytes), file, (name) => fileNamedIn(file, name));
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

/** What the coverage files of an organisation say together. */
export interface CoverageFiles {
  readonly coverage: Coverage;
  /** How many techniques each file scores, in the order given; none for one that could not be read. */
  readonly files: readonly CoverageFile[];
  readonly issues: readonly Issue[];
}

/** What one coverage file, folder or archive says, counted. */
export interface CoverageFile {
  readonly file: string;
  /** Techniques that are covered. */
  readonly covered: number;
  /** Techniques with visibility. */
  readonly visible: number;
  /** How far it may go, where it says so. */
  readonly marking?: MarkingLevel;
}

/** How coverage is read. */
export interface CoverageSearch extends CoverageAsked {
  readonly limits?: Limits;
}

/**
 * Reads which techniques are covered how well: files of any format in `COVERAGE_FORMATS`, folders of them, and archives (zip,
 * tar, also as gzip). Never throws on what the files are or say: a file that cannot be read is listed, and the others are used.
 */
export async function readCoverage(
  files: readonly string[],
  search: CoverageSearch = {},
): Promise<CoverageFiles> {
  const readings: CoverageReading[] = [];
  // One after the other: each may be an archive as large as the limits allow.
  for (const file of files) readings.push(await readCoverageAt(file, search));
  return {
    coverage: coverageOf(
      readings.flatMap(({ claims }) => claims),
      strictestLevel(readings.map(({ marking }) => marking)),
    ),
    files: readings.map((reading, index) => counted(files[index] ?? '', reading)),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function counted(file: string, { claims, marking }: CoverageReading): CoverageFile {
  const { techniques, visibility } = coverageOf(claims);
  const counts = { file, covered: techniques.size, visible: visibility.size };
  return marking === undefined ? counts : { ...counts, marking };
}

async function readCoverageAt(location: string, search: CoverageSearch): Promise<CoverageReading> {
  try {
    const { files, isCollection } = await readFiles(
      location,
      search.limits ?? DEFAULT_LIMITS,
      isCoverageName,
    );
    const readings = files.flatMap((file) => readCoverageFile(file, !isCollection, search) ?? []);
    const claims = readings.flatMap((reading) => reading.claims);
    // Of many files, those that cover nothing are not each worth a remark.
    const issues = readings
      .flatMap((reading) => reading.issues)
      .filter(({ code }) => !isCollection || code !== INTAKE_ISSUES.nothingCovered.code);
    const message = `None of the ${files.length} files in it that could be says that a technique is covered.`;
    const nothing = issueOf(INTAKE_ISSUES.nothingCovered, message, { file: location });
    const isSilent = isCollection && claims.length === 0 && issues.length === 0;
    const marking = strictestLevel(readings.map((reading) => reading.marking));
    return { claims, marking, issues: isSilent ? [nothing] : issues };
  } catch (error) {
    if (error instanceof FoeprintError) return { claims: [], issues: error.issues };
    throw error;
  }
}

/** Files of folders and archives that may say what is covered; notes, code and pictures lie beside them. */
function isCoverageName(name: string): boolean {
  return /\.(?:json|ya?ml|csv|tsv|txt|sigma)$/iu.test(name) && !/(?:^|\/)(?:__MACOSX\/|\._)/u.test(name);
}

function readCoverageFile(
  { bytes, location: file }: { readonly bytes: Buffer; readonly location: string },
  isNamed: boolean,
  asked: CoverageAsked,
): CoverageReading | undefined {
  try {
    if (isUtf8(bytes)) {
      const json = lazily(() => parseJson(bytes, file));
      return readCoverageText({ file, text: textOf(bytes), isNamed, json }, asked);
    }
    if (!isNamed) return undefined;
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

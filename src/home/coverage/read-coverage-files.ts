import { isUtf8 } from 'node:buffer';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { inUtf8, parseJson, readFiles, DEFAULT_LIMITS, type Limits } from '../../acquisition/index.ts';
import { FoeprintError, issueOf, strictestLevel, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { compareText, fromUtf8, lazily, tally } from '../../text/index.ts';
import {
  INTAKE_ISSUES,
  readCoverageText,
  type CoverageAsked,
  type CoverageReading,
} from '../../intake/index.ts';
import { coverageOf, type Coverage, type CoverageClaim, type LogSourceClaim } from '../../threat/index.ts';

/** What coverage files say together. */
export interface CoverageFiles {
  readonly coverage: Coverage;
  /** Every claim of every file, in the order of the files. */
  readonly claims: readonly CoverageClaim[];
  readonly logSources: readonly LogSourceClaim[];
  /** How many files were read as each format. */
  readonly formats: Readonly<Record<string, number>>;
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
  /** Logs that are at hand. */
  readonly logSources: number;
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
  const readings: LocationReading[] = [];
  // One after the other: each may be an archive as large as the limits allow.
  for (const file of files) readings.push(await readCoverageAt(file, search));
  const claims = readings.flatMap((reading) => reading.claims);
  const formats = readings.flatMap((reading) => reading.formats);
  return {
    coverage: coverageOf(claims, strictestLevel(readings.map(({ marking }) => marking))),
    claims,
    logSources: readings.flatMap(({ logSources = [] }) => logSources),
    formats: Object.fromEntries([...tally(formats)].toSorted(([one], [other]) => compareText(one, other))),
    files: readings.map((reading, index) => counted(files[index] ?? '', reading)),
    issues: readings.flatMap(({ issues }) => issues),
  };
}

function counted(file: string, { claims, logSources = [], marking }: CoverageReading): CoverageFile {
  const { techniques, visibility } = coverageOf(claims);
  const counts = {
    file,
    covered: techniques.size,
    visible: visibility.size,
    logSources: logSources.length,
  };
  return marking === undefined ? counts : { ...counts, marking };
}

/** What the files at one place say together. */
interface LocationReading extends CoverageReading {
  /** Of each file that was of a known format, which. */
  readonly formats: readonly string[];
}

async function readCoverageAt(location: string, search: CoverageSearch): Promise<LocationReading> {
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
    const logSources = readings.flatMap((reading) => reading.logSources ?? []);
    const isSilent = isCollection && claims.length + logSources.length === 0 && issues.length === 0;
    const marking = strictestLevel(readings.map((reading) => reading.marking));
    const formats = readings.flatMap(({ format }) => format ?? []);
    return { claims, logSources, marking, formats, issues: isSilent ? [nothing] : issues };
  } catch (error) {
    if (error instanceof FoeprintError) return { claims: [], formats: [], issues: error.issues };
    throw error;
  }
}

/** Files of folders and archives that may say what is covered; notes, code and pictures lie beside them. */
function isCoverageName(name: string): boolean {
  return (
    /\.(?:json|ndjson|jsonl|ya?ml|toml|csv|tsv|txt|sigma)$/iu.test(name) &&
    !/(?:^|\/)(?:__MACOSX\/|\._)/u.test(name)
  );
}

function readCoverageFile(
  { bytes, location: file }: { readonly bytes: Buffer; readonly location: string },
  isNamed: boolean,
  asked: CoverageAsked,
): CoverageReading | undefined {
  try {
    const written = inUtf8(bytes, file);
    if (isUtf8(written)) {
      const json = lazily(() => parseJson(written, file));
      return readCoverageText({ file, text: fromUtf8(written), isNamed, json }, asked);
    }
    if (!isNamed) return undefined;
    return {
      claims: [],
      issues: [issueOf(INTAKE_ISSUES.notCoverage, 'It is neither UTF-8 nor UTF-16.', { file })],
    };
  } catch (error) {
    if (error instanceof FoeprintError) return { claims: [], issues: error.issues };
    throw error;
  }
}

/**
 * Claims with the names of their files as those who named them know them: `/home/me/rules/win/a.yml` of `/home/me/rules` becomes
 * `rules/win/a.yml`; a file of an archive stays behind its `!`.
 *
 * @param named the files, folders and archives that were named
 */
export function withNames<Claim extends { readonly file: string }>(
  named: readonly string[],
  claims: readonly Claim[],
): readonly Claim[] {
  const wholes = named.map((each) => resolve(each));
  const names = new Map<string, string>();
  return claims.map((claim) => {
    const name = names.get(claim.file) ?? nameWithin(wholes, claim.file);
    names.set(claim.file, name);
    return { ...claim, file: name };
  });
}

function nameWithin(wholes: readonly string[], file: string): string {
  const whole = resolve(file);
  const path = wholes.find(
    (each) => whole.startsWith(each) && [undefined, sep, '!'].includes(whole[each.length]),
  );
  return path === undefined ? basename(file) : relative(dirname(path), whole);
}

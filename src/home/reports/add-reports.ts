import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { filesUnder, isWebAddress, tooManyFiles } from '../../acquisition/index.ts';
import { listedReport, type AddedReport } from '../../answers/index.ts';
import { FoeprintError, isCleared, issueOf, type Issue, type MarkingLevel } from '../../facts/index.ts';
import { append, compareText, defined, tally } from '../../text/index.ts';
import { reportLabel, type KeptReport } from '../../threat/index.ts';
import type { Home } from '../home.ts';
import { HOME_ISSUES, refusal } from '../issues.ts';
import {
  keepReport,
  keptReports,
  standingBeside,
  type ReportStanding,
  type ReportStated,
} from './report-store.ts';
import { readReportsAt } from './read-reports-at.ts';

/** How reports are added. */
export interface AddReportsOptions {
  /** What holds in place of what they state of themselves. */
  readonly stated?: ReportStated & { readonly title?: string };
  /** Say what would come of it, and keep nothing. Default false. */
  readonly isTrial?: boolean;
  /** Whether addresses may lead to this machine or a private network. Default: as configured. */
  readonly allowPrivate?: boolean;
  /** Whether files are kept as they are named, and not with their folders. Default false. */
  readonly asNamed?: boolean;
  /** Of whoever adds them: what is kept and marked above it is neither shown nor changed. Default all. */
  readonly clearance?: MarkingLevel | undefined;
  /** When, a timestamp. Default now. */
  readonly addedAt?: string;
  /** Is called with what is read now. */
  readonly progress?: (what: string) => void;
  /** Is called with what stays, whatever comes after. */
  readonly kept?: (label: string) => void;
  /** What `-` reads; default the process's standard input. */
  readonly standardInput?: AsyncIterable<unknown>;
}

/** What came of adding reports. */
export interface AddedReports {
  readonly added: readonly AddedReport[];
  /** What could not be read, or not in full. */
  readonly issues: readonly Issue[];
  /** Of the places that were named, what each is at fault that nothing was read from. */
  readonly refused: readonly FoeprintError[];
}

/** One place to read, as it was named or found in a folder. */
interface Place {
  readonly location: string;
  readonly isNamed: boolean;
}

/**
 * Adds the reports of files, folders, addresses and standard input (`-`). What cannot be read does not keep the others out.
 *
 * @throws FoeprintError H511 and the like where the home cannot be written
 */
export async function addReports(
  home: Home,
  places: readonly string[],
  options: AddReportsOptions = {},
): Promise<AddedReports> {
  const adding = new Adding(home, options);
  await adding.recall();
  const isForOne = PER_REPORT.some((field) => options.stated?.[field] !== undefined);
  if (isForOne && places.length > 1) throw severalReports(`${String(places.length)} places are named.`);
  for (const place of places) {
    const found = await adding.attempt(place, true, async () => await placesAt(place, home));
    if (found === undefined) continue;
    append(adding.issues, found.issues);
    const all = found.places.length;
    if (isForOne && all > 1) throw severalReports(`\`${place}\` is a folder.`);
    for (const [index, each] of found.places.entries()) {
      options.progress?.(`${all === 1 ? '' : `${String(index + 1)} of ${String(all)}: `}${each.location}`);
      await adding.add(each, isForOne);
    }
  }
  options.progress?.('');
  return adding;
}

/** What can be stated of one report only. */
const PER_REPORT = ['title', 'date', 'url'] as const;

function severalReports(message: string): FoeprintError {
  return refusal('several-reports', message);
}

class Adding implements AddedReports {
  readonly added: AddedReport[] = [];
  readonly issues: Issue[] = [];
  readonly refused: FoeprintError[] = [];
  readonly #home: Home;
  readonly #options: AddReportsOptions;
  readonly #known = new Map<string, KeptReport>();
  #loaded: ReadonlySet<string | undefined> = new Set();

  constructor(home: Home, options: AddReportsOptions) {
    this.#home = home;
    this.#options = options;
  }

  /** Looks at what is kept. */
  async recall(): Promise<void> {
    const { reports, issues } = await keptReports(this.#home.paths.reports);
    append(this.issues, issues);
    for (const report of reports) this.#known.set(report.id, withoutWords(report));
    const sources = this.#home.isEmpty ? [] : (await this.#home.knowledgeBase()).sources();
    this.#loaded = new Set(sources.map(({ series }) => series));
  }

  async add({ location, isNamed }: Place, isForOne: boolean): Promise<void> {
    const read = await this.attempt(
      location,
      isNamed,
      async () => await readReportsAt(this.#home, location, this.#options),
    );
    if (read === undefined) return;
    if (isForOne && read.reports.length > 1)
      throw severalReports(`\`${location}\` has ${String(read.reports.length)} reports.`);
    append(this.issues, read.issues);
    if (isNamed && read.reports.length === 0) this.refused.push(new FoeprintError(read.issues));
    const ids = new Set(read.reports.map(({ id }) => id));
    const urls = new Set(read.reports.map(({ url }) => url));
    const [{ location: place } = { location: '-' }] = read.reports;
    const isFromThere = (each: KeptReport): boolean =>
      (each.location === place && place !== '-') || (each.url !== undefined && urls.has(each.url));
    const before = [...this.#known.values()].filter(
      (each) => !ids.has(each.id) && isFromThere(each) && this.#maySee(each),
    );
    for (const report of read.reports) {
      const standing = await this.attempt(location, isNamed, async () => await this.#keep(report));
      if (standing === undefined) continue;
      // Of a place with several, one that has another title may as well be another one.
      const earlier = before.filter(({ title }) => ids.size === 1 || title === report.title).toReversed();
      this.added.push({
        report: listedReport(standing.report, this.#loaded),
        outcome: standing.outcome,
        earlier: earlier.map(({ id }) => reportLabel(id)),
      });
      this.#known.set(report.id, withoutWords(standing.report));
    }
  }

  async #keep(report: KeptReport): Promise<ReportStanding> {
    const { title: _, ...stated } = this.#options.stated ?? {};
    const known = this.#known.get(report.id);
    if (known !== undefined && !this.#maySee(known))
      throw refusal('report-marked', 'It is kept already, marked above what you may change.');
    if (this.#options.isTrial === true) {
      const { text, full, mentions } = report;
      return standingBeside(known && { ...known, text, ...defined({ full }), mentions }, report, stated);
    }
    const standing = await keepReport(this.#home.paths.reports, report, stated);
    this.#options.kept?.(reportLabel(report.id));
    return standing;
  }

  #maySee({ level }: KeptReport): boolean {
    return isCleared(level, this.#options.clearance);
  }

  /** Does something with a place; what is wrong with the place is noted, and what is wrong with the home ends it. */
  async attempt<Value>(
    location: string,
    isNamed: boolean,
    work: () => Promise<Value>,
  ): Promise<Value | undefined> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof FoeprintError) || error.code.startsWith('H51')) throw error;
      const issues = error.issues.map((issue) => ({ ...issue, place: issue.place ?? { file: location } }));
      append(this.issues, issues);
      if (isNamed) this.refused.push(error);
      return undefined;
    }
  }
}

/** Of thousands of reports, their words would not be held. */
function withoutWords(report: KeptReport): KeptReport {
  const { full: _, ...rest } = report;
  return { ...rest, text: '', mentions: [] };
}

/** Endings that reports have. */
const REPORT_NAME =
  /\.(?:pdf|docx|x?html?|md|markdown|mdown|txt|text|json|jsonl|ndjson|stix2?|afb|ya?ml)(?:\.gz)?$/iu;

/** A place itself, or the files of a folder. @throws FoeprintError A403, A419, H594 */
async function placesAt(
  location: string,
  { config: { limits } }: Home,
): Promise<{ readonly places: readonly Place[]; readonly issues: readonly Issue[] }> {
  const isFolder =
    !isWebAddress(location) && (await stat(location).catch(() => undefined))?.isDirectory() === true;
  if (!isFolder) return { places: [{ location, isNamed: true }], issues: [] };
  const files = await filesUnder(location);
  const taken = files.filter((file) => REPORT_NAME.test(file));
  if (taken.length === 0)
    throw refusal('no-report-in-folder', `It has ${String(files.length)} files.`, { file: location });
  if (taken.length > limits.maximumFiles) throw tooManyFiles(location, limits);
  const others = tally(
    files.filter((file) => !REPORT_NAME.test(file)).map((file) => extname(file).toLowerCase()),
  );
  return {
    places: taken.map((file) => ({ location: file, isNamed: false })),
    issues: passedOver(others, location),
  };
}

function passedOver(others: ReadonlyMap<string, number>, file: string): readonly Issue[] {
  if (others.size === 0) return [];
  const kinds = [...others].toSorted(([one], [other]) => compareText(one, other));
  const said = kinds.map(([ending, files]) => `${ending === '' ? 'no ending' : ending} (${String(files)})`);
  return [issueOf(HOME_ISSUES['other-files'], `Files with other endings: ${said.join(', ')}.`, { file })];
}

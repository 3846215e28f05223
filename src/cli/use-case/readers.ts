import { basename } from 'node:path';
import { ACTION_ISSUES } from '../../actions/index.ts';
import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import type { PlaybookFile } from '../../home/index.ts';
import { count, defined } from '../../text/index.ts';
import type { Call } from '../call/call.ts';
import type { OptionDeclaration } from '../call/command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { remarkIssues } from '../terminal/remark-issues.ts';

/** How a field of a question is read from the files that a command line names for it. */
export interface Reader {
  /** What else the command line can say of how they are read. */
  readonly options?: readonly OptionDeclaration[];
  /** What is said where the question needs one and none is named. */
  readonly missing?: Issue;
  /**
   * The value, with no place of the machine in it; undefined where there is nothing to read, null where nothing is to be used, whatever
   * the home keeps. What is odd is remarked upon.
   *
   * @param files none where none are named
   * @param given the files of other fields
   */
  readonly read: (files: readonly string[], call: Call, given: GivenFiles) => Promise<unknown>;
  /** Whether the home keeps one, which is used where there is nothing to read. */
  readonly isKept?: (call: Call) => Promise<boolean>;
  /** Name of the file that is looked for here and above, where none is named and nothing else says what the question is about. */
  readonly lookedFor?: string;
}

/** Files of the fields of a question, by what they hold. */
export interface GivenFiles {
  readonly named: (holds: string) => readonly string[];
  /** What was found of {@link Reader.lookedFor}. */
  readonly found: (holds: string) => string | undefined;
}

/** Stands for no file in place of one. */
const NO_FILE = 'none';

/** What reads files, loaded when one is named: it is more than a question needs. */
const written = async () => await import('./written-files.ts');
const sigma = async () => await import('../files/sigma-files.ts');

const IDS_IN_TEXT: OptionDeclaration = {
  flags: '--ids-in-text',
  help: 'of coverage that is of no known format, every technique id in the text counts',
};

const LENIENT: OptionDeclaration = {
  flags: '--lenient',
  help: 'leave out what is not understood of the organisation, and say so in the answer, in place of refusing it (exit code 3)',
};

/** What files of questions hold, and how it is read: a row for each `holds` of `fromFile`. */
export const READERS: Readonly<Record<string, Reader>> = {
  organisation: {
    options: [LENIENT],
    missing: issueOf(
      CLI_ISSUES.noOrganisation,
      'Whom it is for is not said: no --org FILE, no org.yaml in this folder or one above it, and none that the home keeps.',
    ),
    read: organisationIn,
    lookedFor: 'org.yaml',
    isKept: async ({ access }) =>
      (await (await access.loaded({}, await access.clearance())).organisation()) !== undefined,
  },
  coverage: {
    options: [IDS_IN_TEXT],
    read: coverageIn,
  },
  'coverage-baseline': {
    read: async ([file], call) =>
      file === undefined ? undefined : await (await written()).baselineIn(call, file),
  },
  'earlier-dashboard': {
    read: async ([file], call) =>
      file === undefined ? undefined : await (await written()).earlierDashboardIn(call, file),
  },
  layers: {
    read: async ([file], call) =>
      file === undefined ? undefined : await (await written()).layersOf(call, file),
  },
  'named-layers': {
    read: async (given, call) => {
      const { operandsOf } = await written();
      return (await Promise.all(given.map((each) => operandsOf(call, each)))).flat();
    },
  },
  costs: {
    read: async ([file]) => (file === undefined ? undefined : await (await written()).readCostsFile(file)),
  },
  incident: { read: async (words, call) => await (await written()).incidentIn(words, call) },
  documents: { read: async (_, call) => await (await written()).documentsOf(call) },
  'rule-texts': { read: async (files, call) => await (await written()).ruleTextsIn(call, files) },
  'sigma-rules': {
    read: async ([place], call) =>
      place === undefined ? undefined : await (await sigma()).ruleFilesIn(place, call),
  },
  'log-events': { read: async (files, call) => await (await sigma()).logEventsIn(files, call) },
  combination: {
    read: async ([file], call) =>
      file === undefined ? undefined : await (await written()).combinationIn(call, file),
  },
  report: {
    missing: issueOf(CLI_ISSUES.noReport, 'No report is named to be read.'),
    read: async ([place], call) =>
      place === undefined
        ? undefined
        : await (await import('../files/report-files.ts')).reportIn(place, call),
  },
  playbook: { read: async ([file]) => (file === undefined ? undefined : (await playbookIn(file)).playbook) },
  'playbook-run': { read: earlierRunIn },
};

function misread(faults: number, file: string): Issue {
  return issueOf(ACTION_ISSUES.misreadOrganisation, `${count(faults, 'mistake')} in it.`, { file });
}

async function organisationIn(_: readonly string[], call: Call, given: GivenFiles): Promise<unknown> {
  const file = await organisationFile(given);
  if (file === undefined) return given.named('organisation')[0] === NO_FILE ? null : undefined;
  if (file === given.found('organisation') && basename(file) !== file)
    call.terminal.remark(`For the organisation of ${file}`);
  const { readOrganisation, withFileNames } = await written();
  const { organisation, issues } = await readOrganisation(file);
  const faults = issues.filter(({ severity }) => severity === 'error');
  // An answer for another organisation than the one described would be taken for right.
  if (faults.length > 0 && !call.options.flag('lenient'))
    throw new FoeprintError([...issues, misread(faults.length, file)]);
  remarkIssues(call, issues);
  const leftOut = faults.map(({ message }) => message);
  return withFileNames({ ...organisation, ...(leftOut.length === 0 ? {} : { misread: leftOut }) });
}

/**
 * The file of the organisation: the one named, or that of the playbook, or one that is found here or above. Where there is none, the question
 * is about the one that the home keeps, for every shell alike: see `forWhom` of the workbench.
 */
async function organisationFile({ named, found }: GivenFiles): Promise<string | undefined> {
  const [file] = named('organisation');
  if (file !== undefined) return file === NO_FILE ? undefined : file;
  const [playbook] = named('playbook');
  const ofPlaybook = playbook === undefined ? undefined : (await playbookIn(playbook)).organisationFile;
  return ofPlaybook ?? found('organisation');
}

async function playbookIn(file: string): Promise<PlaybookFile> {
  const { readPlaybook } = await written();
  return await readPlaybook(file);
}

/** @throws FoeprintError C735 where it is marked above the clearance */
async function earlierRunIn([file]: readonly string[], call: Call): Promise<unknown> {
  if (file === undefined) return undefined;
  const { readPlaybookRun, refuseMarked } = await written();
  const run = await readPlaybookRun(file);
  refuseMarked(file, run.marking, await call.clearance());
  return run;
}

/** What is covered by the files named and those that the organisation names; where none are named, what is kept counts beside it. */
async function coverageIn(asked: readonly string[], call: Call, given: GivenFiles): Promise<unknown> {
  const organisation = await organisationFile(given);
  const withKept = asked.length === 0;
  if (organisation === undefined && withKept) return undefined;
  const named = asked.filter((each) => each !== NO_FILE);
  const { readCoverage, readOrganisation, refuseMarked, withNames } = await written();
  const own =
    organisation === undefined ? [] : (await readOrganisation(organisation)).organisation.controls.coverage;
  const paths = [...new Set([...own, ...named])];
  if (paths.length === 0) return withKept ? undefined : { claims: [] };
  const { limits } = (await call.home()).configuration.config;
  const { coverage, claims, logSources, files, issues } = await readCoverage(paths, {
    limits,
    idsInText: call.options.flag('idsInText'),
  });
  const clearance = await call.clearance();
  for (const { file, marking } of files) refuseMarked(file, marking, clearance);
  const useless = files.filter(
    ({ file, covered, visible, logSources: logs }) => named.includes(file) && covered + visible + logs === 0,
  );
  refuseUseless(
    useless.map(({ file }) => file),
    issues,
  );
  remarkIssues(call, issues);
  return {
    claims: withNames(paths, claims),
    ...(logSources.length === 0 ? {} : { logSources: withNames(paths, logSources) }),
    ...(withKept ? { withKept } : {}),
    ...defined({ marking: coverage.marking }),
  };
}

/** @throws FoeprintError where a file that is named cannot be used at all */
function refuseUseless(files: readonly string[], issues: readonly Issue[]): void {
  const grave = issues.filter(
    ({ severity, place: { file = '' } = {} }) =>
      severity === 'error' && files.some((one) => file === one || file.startsWith(one)),
  );
  if (grave.length > 0) throw new FoeprintError(grave);
}

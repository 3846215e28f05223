import type { Progress, Step } from '../acquisition/index.ts';
import { FoeprintError, issueOf, type Issue } from '../facts/index.ts';
import type { LoadReport } from '../home/index.ts';
import { remarksOnSources, rulesInForce } from '../workbench/index.ts';
import type { DerivedCounts } from '../report/index.ts';
import type { Call } from './call.ts';
import { EXIT } from './command.ts';
import type { ExitCode } from './command.ts';
import { CLI_ISSUES } from './issues.ts';
import type { Terminal } from './terminal.ts';

/** Steps of loading in the words of the reader. */
const STEPS: Readonly<Record<Step, string>> = {
  'look-up': 'looking for',
  fetch: 'fetching',
  read: 'reading',
  unpack: 'unpacking',
  parse: 'understanding',
  ingest: 'storing',
  keep: 'keeping a copy of',
};

/** Shows how far loading has come, on one line of the terminal. */
export function showProgress(terminal: Terminal): Progress {
  return ({ step, location, done, total, note }) => {
    if (note !== undefined) terminal.remark(note);
    const share =
      done !== undefined && total !== undefined && total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
    terminal.progress(`${STEPS[step]} ${location}${share}`);
  };
}

/** What came of loading beyond the sources themselves. */
export interface AfterLoading {
  readonly derived: readonly DerivedCounts[];
  readonly remarks: readonly Issue[];
}

/** What follows from all that is stored now. Should that not come about, the sources are stored all the same, and the remarks say so. */
export async function afterLoading(
  call: Call,
  reports: readonly Pick<LoadReport, 'ingested'>[],
): Promise<AfterLoading> {
  try {
    const derived = await derivedAfterLoading(call);
    return { derived, remarks: await remarksAfterLoading(call, reports) };
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    const message = 'What was loaded is stored, but what follows from it could not be worked out.';
    return { derived: [], remarks: [issueOf(CLI_ISSUES.nothingFollows, message), ...error.issues] };
  }
}

/**
 * Works out what the rules derive from what is now stored, so that the first question finds it done; the
 * counts say what came of it.
 */
async function derivedAfterLoading(call: Call): Promise<readonly DerivedCounts[]> {
  call.terminal.progress('working out what follows');
  return rulesInForce(await call.desk())
    .relations.filter(({ derived }) => derived > 0)
    .map(({ name, derived }) => ({ relation: name, derived }));
}

/** What is to be minded of what was just loaded, beside all that was there. */
async function remarksAfterLoading(
  call: Call,
  reports: readonly Pick<LoadReport, 'ingested'>[],
): Promise<readonly Issue[]> {
  const { view } = await call.reading();
  const loaded = reports.flatMap(({ ingested }) => ingested.map(({ source }) => source));
  return remarksOnSources(view, loaded);
}

/** With `--strict`, skipped objects are a failure. */
export function exitCodeOfLoading({ options }: Call, reports: readonly LoadReport[]): ExitCode {
  const hasErrors = reports.some(({ ingested }) =>
    ingested.some(({ issues }) => issues.some(({ severity }) => severity === 'error')),
  );
  return options.flag('strict') && hasErrors ? EXIT.input : EXIT.ok;
}

import { placeName } from '../../acquisition/index.ts';
import type { Progress, Step } from '../../acquisition/index.ts';
import type { LoadAnswer, LoadedPlace, StoredSource } from '../../answers/index.ts';
import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import type { LoadReport } from '../../home/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import { mappingsFrom, remarksOnSources, rulesInForce } from '../../workbench/index.ts';
import type { Call } from '../call/call.ts';
import { EXIT, type ExitCode } from '../call/command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { withFileName } from './with-file-name.ts';
import type { Terminal } from './terminal.ts';

/** Steps of loading in the words of the reader. */
const STEPS: Readonly<Record<Exclude<Step, 'kept'>, string>> = {
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
    if (step === 'kept') {
      terminal.kept(placeName(location));
      return;
    }
    const share =
      done !== undefined && total !== undefined && total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
    terminal.progress(`${STEPS[step]} ${location}${share}`);
  };
}

/** What came of one place, as answers say it. */
export function placeOf({ location, unchanged, ingested }: LoadReport): LoadedPlace {
  return { location: placeName(location), unchanged, sources: ingested.map(storedSource) };
}

/** A source that was stored, as answers say it. */
export function storedSource({ source, issues, ...counts }: IngestReport): StoredSource {
  const { id, name, kind, sha256 } = source;
  return { id, name, kind, sha256, ...counts, issues: issuesNamed(issues) };
}

/** Issues that name files without their folders. */
export function issuesNamed(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((issue) => withFileName(issue));
}

type AfterLoading = Pick<LoadAnswer, 'derived' | 'remarks' | 'mappings'>;

/** What rules derive from all that is stored now. Where they cannot be applied, the sources are stored all the same, and the remarks say so. */
export async function afterLoading(
  call: Call,
  reports: readonly Pick<LoadReport, 'ingested'>[],
): Promise<AfterLoading> {
  try {
    // So that the first question need not wait for it.
    call.terminal.progress('deriving what follows');
    const { relations } = rulesInForce(await call.desk()).answer;
    const loaded = reports.flatMap(({ ingested }) => ingested.map(({ source }) => source));
    const reading = await call.reading();
    return {
      derived: relations
        .filter(({ derived }) => derived > 0)
        .map(({ name, derived }) => ({ relation: name, derived })),
      remarks: issuesNamed(remarksOnSources(reading.view, loaded)),
      mappings: mappingsFrom(reading, loaded),
    };
  } catch (error) {
    if (!(error instanceof FoeprintError)) throw error;
    const message = 'What was loaded is stored, but what follows from it could not be derived.';
    return {
      derived: [],
      remarks: [issueOf(CLI_ISSUES.nothingFollows, message), ...issuesNamed(error.issues)],
      mappings: [],
    };
  }
}

/** With `--strict`, skipped objects are a failure. */
export function exitCodeOfLoading(reports: readonly LoadReport[], isStrict: boolean): ExitCode {
  const hasErrors = reports.some(({ ingested }) =>
    ingested.some(({ issues }) => issues.some(({ severity }) => severity === 'error')),
  );
  return isStrict && hasErrors ? EXIT.input : EXIT.ok;
}

import { placeName } from '../../acquisition/index.ts';
import type { Progress, Step } from '../../acquisition/index.ts';
import type { LoadAnswer, LoadedPlace, StoredSource } from '../../answers/index.ts';
import { FoeprintError, issueOf, type Issue } from '../../facts/index.ts';
import type { LoadReport } from '../../home/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import { mappingsFrom, notEmpty, remarksOnSources, rulesInForce } from '../../workbench/index.ts';
import type { ActionContext, Signs } from '../action.ts';
import { ACTION_ISSUES } from '../issues.ts';
import { withFileName } from '../with-file-name.ts';

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

/** Shows how far loading has come, on one line. @param asNamed without the folders of this machine */
export function showProgress(signs: Signs, asNamed = false): Progress {
  return ({ step, location, done, total, note }) => {
    if (note !== undefined) signs.remark(note);
    if (step === 'kept') {
      signs.kept(placeName(location));
      return;
    }
    const share =
      done !== undefined && total !== undefined && total > 0 ? ` ${Math.floor((100 * done) / total)} %` : '';
    signs.progress(`${STEPS[step]} ${asNamed ? placeName(location) : location}${share}`);
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
  { access, selection, signs }: ActionContext,
  reports: readonly Pick<LoadReport, 'ingested'>[],
): Promise<AfterLoading> {
  try {
    const level = await access.clearance();
    // So that the first question need not wait for it.
    signs.progress('deriving what follows');
    const { relations } = rulesInForce(notEmpty(await access.desk(selection, level))).answer;
    const loaded = reports.flatMap(({ ingested }) => ingested.map(({ source }) => source));
    const reading = notEmpty(await access.view(selection, level));
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
      remarks: [issueOf(ACTION_ISSUES.nothingFollows, message), ...issuesNamed(error.issues)],
      mappings: [],
    };
  }
}

/** With `--strict`, skipped objects are a failure. */
export function endingOfLoading(
  reports: readonly Pick<LoadReport, 'ingested'>[],
  isStrict: boolean,
): 'input' | undefined {
  const hasErrors = reports.some(({ ingested }) =>
    ingested.some(({ issues }) => issues.some(({ severity }) => severity === 'error')),
  );
  return isStrict && hasErrors ? 'input' : undefined;
}

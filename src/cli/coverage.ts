import { loadedTarget, type ReleaseTarget } from '../analysis/index.ts';
import { FoeprintError } from '../facts/index.ts';
import { readCoverage } from '../home/index.ts';
import type { Coverage, Organisation } from '../threat/index.ts';
import type { Desk } from '../desk/index.ts';
import type { Call } from './call.ts';
import { refuseMarked } from './layer-files.ts';
import { remarkIssues } from './remark-issues.ts';

/**
 * What is covered: by the files of `--coverage` and those that the organisation names. What is odd about them is remarked
 * upon.
 *
 * @throws FoeprintError where a file named by the option cannot be used at all; C735 where one is marked above the clearance
 */
export async function coverageOf(call: Call, organisation?: Organisation): Promise<Coverage | undefined> {
  const named = call.options.texts('coverage');
  const files = [...new Set([...(organisation?.controls.coverage ?? []), ...named])];
  if (files.length === 0) return undefined;
  const { limits } = (await call.home()).configuration.config;
  const {
    coverage,
    files: read,
    issues,
  } = await readCoverage(files, { limits, idsInText: call.options.flag('idsInText') });
  const clearance = await call.clearance();
  for (const { file, marking } of read) refuseMarked(file, marking, clearance);
  const useless = read
    .filter(({ file, covered, visible }) => named.includes(file) && covered + visible === 0)
    .map(({ file }) => file);
  const [first, ...others] = issues.filter(
    ({ severity, place: { file = '' } = {} }) =>
      severity === 'error' && useless.some((one) => file === one || file.startsWith(one)),
  );
  if (first !== undefined) throw new FoeprintError([first, ...others]);
  remarkIssues(call, issues);
  return coverage;
}

/** The release that ids of coverage are carried to, where it is an older one: the newest loaded knows what became of its ids. */
export async function olderTarget(
  { options, base }: Call,
  { view }: Desk,
): Promise<ReleaseTarget | undefined> {
  const release = options.text('release');
  return release === undefined ? undefined : loadedTarget((await base()).view(), view, release);
}

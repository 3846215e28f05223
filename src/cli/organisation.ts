import { FoeprintError, issueOf } from '../facts/index.ts';
import { readCoverage, readOrganisation } from '../home/index.ts';
import type { Coverage, Organisation } from '../threat/index.ts';
import type { Call } from './call.ts';
import { CLI_ISSUES } from './issues.ts';
import { remarkIssues } from './remark-issues.ts';

/** The organisation of `--org`; what is odd about it is remarked upon. @throws FoeprintError C7xx where the option is missing */
export async function organisationOf(call: Call): Promise<Organisation> {
  const file = call.options.text('org');
  if (file === undefined)
    throw new FoeprintError([
      issueOf(CLI_ISSUES.noOrganisation, 'Whom to rank groups for is not said: --org FILE is missing.'),
    ]);
  const { organisation, issues } = await readOrganisation(file);
  remarkIssues(call, issues);
  return organisation;
}

/**
 * What the organisation covers: by the files that it names and those of `--coverage`. What is odd about them is remarked
 * upon.
 *
 * @throws FoeprintError where a file named by the option cannot be used at all
 */
export async function coverageOf(call: Call, { controls }: Organisation): Promise<Coverage | undefined> {
  const named = call.options.texts('coverage');
  const files = [...new Set([...controls.coverage, ...named])];
  if (files.length === 0) return undefined;
  const { coverage, files: read, issues } = await readCoverage(files);
  const useless = new Set(
    read.filter(({ covered, visible }) => covered + visible === 0).map(({ file }) => file),
  );
  const [first, ...others] = issues.filter(
    ({ severity, place: { file } = {} }) =>
      severity === 'error' && file !== undefined && named.includes(file) && useless.has(file),
  );
  if (first !== undefined) throw new FoeprintError([first, ...others]);
  remarkIssues(call, issues);
  return coverage;
}

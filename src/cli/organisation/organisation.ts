import { FoeprintError, issueOf } from '../../facts/index.ts';
import { readOrganisation } from '../../home/index.ts';
import type { Organisation } from '../../threat/index.ts';
import type { Call } from '../call.ts';
import { CLI_ISSUES } from '../issues.ts';
import { placeName } from '../place-name.ts';
import { remarkIssues } from '../remark-issues.ts';

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

/** The organisation, naming its files without their folders. */
export function withFileNames(organisation: Organisation): Organisation {
  const { coverage, ...controls } = organisation.controls;
  return { ...organisation, controls: { coverage: coverage.map(placeName), ...controls } };
}

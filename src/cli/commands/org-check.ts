import { readCoverage, readOrganisation } from '../../home/index.ts';
import { organisationReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [file = 'org.yaml'], home }: Call): Promise<Outcome> {
  const { limits } = (await home()).configuration.config;
  const { organisation, understood, issues } = await readOrganisation(file, limits);
  const { files, issues: further } = await readCoverage(organisation.controls.coverage, { limits });
  const answer = { file, organisation, understood, coverage: files, issues: [...issues, ...further] };
  const isWrong = answer.issues.some(({ severity }) => severity === 'error');
  return {
    data: answer,
    document: () => organisationReport(answer),
    exitCode: isWrong ? EXIT.input : EXIT.ok,
  };
}

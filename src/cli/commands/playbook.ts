import { readOrganisation, readPlaybook, readPlaybookRun } from '../../home/index.ts';
import type { PlaybookFile } from '../../home/index.ts';
import { FoeprintError, issueOf, strictestLevel } from '../../facts/index.ts';
import { playbookReport } from '../../report/index.ts';
import { DEFAULT_PLAYBOOK, type Playbook } from '../../answers/index.ts';
import { comparePlaybookRuns, runPlaybook } from '../../workbench/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import type { PlaybookRun } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { coverageOf } from '../coverage.ts';
import { refuseMarked } from '../layer-files.ts';
import { remarkIssues } from '../remark-issues.ts';
import { VERSION } from '../version.ts';
import { writeBeside } from '../write-beside.ts';

export async function run(call: Call): Promise<Outcome> {
  const { options, desk, home } = call;
  const file = options.text('file');
  const told: PlaybookFile = file === undefined ? { playbook: DEFAULT_PLAYBOOK } : await readPlaybook(file);
  const { organisation, issues } = await readOrganisation(organisationFileOf(call, told));
  remarkIssues(call, issues);
  const coverage = await coverageOf(call, organisation);
  // Looked at before the work, so that a wrong name costs no wait.
  const since = options.text('since');
  const before = since === undefined ? undefined : await readPlaybookRun(since);
  const markedBefore = before?.marking === undefined ? undefined : tlpNamed(before.marking)?.name;
  if (since !== undefined) refuseMarked(since, markedBefore, await call.clearance());
  const { config } = (await home()).configuration;
  const ran = runPlaybook(await desk(), asAsked(call, told.playbook), organisation, {
    policy: config.score,
    weights: config.threats.weights,
    foeprint: VERSION,
    ...(coverage === undefined ? {} : { coverage }),
  });
  const kept = options.text('saveRun');
  const changes = before === undefined ? undefined : comparePlaybookRuns(before, ran);
  return {
    data: changes === undefined ? ran : { ...ran, changes },
    content: [resultOf(ran), changes],
    level: strictestLevel([markedBefore, coverage?.marking]),
    ...(kept === undefined
      ? {}
      : {
          writeBeside: async (marking, asked) =>
            writeBeside(
              asked,
              kept,
              `${JSON.stringify(marking === undefined ? ran : { ...ran, marking }, undefined, 1)}\n`,
            ),
        }),
    document: () => playbookReport(ran, changes),
    exitCode: ran.ranking.length === 0 ? EXIT.nothing : EXIT.ok,
  };
}

/** What a run comes to, without what it lists of all that was in view: sources, their notices, how often rules applied. */
function resultOf(ran: PlaybookRun): unknown {
  const { knowledge: _sources, notices: _notices, steps, playbook, ...result } = ran;
  // The day that it is as of is the same, but may be told by the playbook or be the last change.
  const { asOf: _day, ...asked } = playbook;
  return { ...result, playbook: asked, steps: steps.filter(({ step }) => step !== 'method') };
}

/** @throws FoeprintError C720 where neither the command line nor the playbook names one */
function organisationFileOf({ options }: Call, { organisationFile }: PlaybookFile): string {
  const file = options.text('org') ?? organisationFile;
  if (file !== undefined) return file;
  throw new FoeprintError([
    issueOf(
      CLI_ISSUES.noOrganisation,
      'Whom the report is for is not said: neither --org nor `organisation` in the playbook.',
    ),
  ]);
}

/** The playbook with what the command line says otherwise. */
function asAsked({ options }: Call, playbook: Playbook): Playbook {
  const asOf = options.text('asOf');
  const hide = options.texts('hide');
  return {
    ...playbook,
    ...(asOf === undefined ? {} : { asOf }),
    ...(hide.length === 0 ? {} : { hide: [...playbook.hide, ...hide] }),
  };
}

import { mention } from '../../analysis/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';
import { threatExplanationReport, threatsReport, whatIfReport } from '../../report/index.ts';
import { findGroup, threatRow, threatsFrom, rankFor, whatIf } from '../../workbench/index.ts';
import type { Desk } from '../../desk/index.ts';
import type { ThreatSearch } from '../../workbench/index.ts';
import type { Organisation } from '../../threat/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { CLI_ISSUES } from '../issues.ts';
import { organisationOf } from '../organisation/organisation.ts';
import { rankBatch } from './threats-batch.ts';

/** Tellings shown for one factor of an explanation without `--all`. */
const TELLINGS = 6;

export async function run(call: Call): Promise<Outcome> {
  const { options, desk, home } = call;
  const batch = options.text('batch');
  const { config } = (await home()).configuration;
  if (batch !== undefined) return rankBatch(call, batch, config);
  const organisation = await organisationOf(call);
  const search: ThreatSearch = {
    top: options.number('top'),
    asOf: options.text('asOf'),
    hide: options.texts('hide'),
    weights: config.threats.weights,
  };
  const knowledge = await desk();
  const explained = options.text('explain');
  if (explained !== undefined) return explain(call, knowledge, organisation, search, explained);
  if (options.flag('whatIf'))
    return answered(knowledge, whatIf(knowledge, organisation, search), whatIfReport, false);
  const answer = threatsFrom(knowledge, rankFor(knowledge, organisation, search), search);
  return answered(knowledge, answer, threatsReport, answer.groups.length === 0);
}

function explain(
  { options }: Call,
  knowledge: Desk,
  organisation: Organisation,
  search: ThreatSearch,
  name: string,
): Outcome {
  const ranking = rankFor(knowledge, organisation, search);
  const { term } = findGroup(knowledge, name);
  const ranked = ranking.ranked.groups.find(({ group }) => group === term);
  const answer = threatsFrom(knowledge, ranking, { ...search, top: 0 });
  if (ranked === undefined)
    throw new FoeprintError([
      issueOf(
        CLI_ISSUES.notRanked,
        `${mention(knowledge.view.catalogue, term).name} is withdrawn; only live groups are ranked.`,
      ),
    ]);
  const row = threatRow(ranking, ranked);
  const most = options.flag('all') ? Infinity : TELLINGS;
  return answered(
    knowledge,
    { ...answer, groups: [row] },
    () => threatExplanationReport(answer, row, most),
    false,
  );
}

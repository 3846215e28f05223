import { timelineCsv } from '../../export/index.ts';
import { timelineSvg } from '../../draw/index.ts';
import { timelineReport } from '../../report/index.ts';
import { groupTimeline } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { coverageOf, olderTarget } from '../coverage.ts';

export async function run(call: Call): Promise<Outcome> {
  const {
    arguments: [name = ''],
    options,
    desk,
    home,
    base,
  } = call;
  const coverage = await coverageOf(call);
  const knowledge = await desk();
  const answer = groupTimeline(knowledge, name, {
    derived: options.flag('derived'),
    asOf: options.text('asOf'),
    since: options.text('since'),
    sinceAudit: options.text('sinceAudit'),
    policy: (await home()).configuration.config.score,
    releasesOf: options.flag('releases') ? await base() : undefined,
    coverage,
    target: coverage === undefined ? undefined : await olderTarget(call, knowledge),
  });
  const isEmpty = answer.years.length === 0 && answer.undated.length === 0;
  const outcome = { ...answered(knowledge, answer, timelineReport, isEmpty), level: coverage?.marking };
  return inForm(outcome, options, {
    csv: () => ({ text: timelineCsv(answer) }),
    svg: () => ({ text: timelineSvg(answer) }),
  });
}

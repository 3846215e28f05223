import { PRIORITY_KINDS } from '../../threat/index.ts';
import { prioritiesCsv, prioritiesXlsx } from '../../export/index.ts';
import { prioritiesReport } from '../../report/index.ts';
import { prioritiesFor } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { answerForm, inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { coverageOf, olderTarget } from '../coverage.ts';
import { organisationOf } from '../organisation/organisation.ts';

export async function run(call: Call): Promise<Outcome> {
  const { options, desk, home } = call;
  const { config } = (await home()).configuration;
  const organisation = await organisationOf(call);
  const coverage = await coverageOf(call, organisation);
  const knowledge = await desk();
  const kind = options.choice('kind', PRIORITY_KINDS);
  const isTable = ['csv', 'xlsx'].includes(answerForm(options));
  const answer = prioritiesFor(knowledge, organisation, {
    top: options.number('top'),
    asOf: options.text('asOf'),
    hide: options.texts('hide'),
    weights: config.threats.weights,
    policy: config.score,
    kinds: kind === undefined ? undefined : [kind],
    limit: options.number('limit') ?? (isTable ? Infinity : undefined),
    coverage,
    target: coverage === undefined ? undefined : await olderTarget(call, knowledge),
  });
  const isEmpty = answer.rankings.every(({ of }) => of === 0);
  const outcome = { ...answered(knowledge, answer, prioritiesReport, isEmpty), level: coverage?.marking };
  return inForm(outcome, options, {
    csv: () => ({ text: prioritiesCsv(answer) }),
    xlsx: () => ({ bytes: (marking) => prioritiesXlsx(answer, marking) }),
  });
}

import { compareCsv } from '../../export/index.ts';
import { comparisonReport } from '../../report/index.ts';
import { compareNamed } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import { inForm } from '../answer-form.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: names, options, desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const answer = compareNamed(knowledge, names, { derived: options.flag('derived') });
  return inForm(answered(knowledge, answer, comparisonReport, answer.tactics.length === 0), options, {
    csv: () => ({ text: compareCsv(answer) }),
  });
}

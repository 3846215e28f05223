import { assertionsReport } from '../../report/index.ts';
import { listAssertions } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ options, reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  const answer = listAssertions(knowledge, {
    source: options.text('source'),
    retracted: options.flag('retracted'),
  });
  return answered(knowledge, answer, assertionsReport, answer.assertions.length === 0);
}

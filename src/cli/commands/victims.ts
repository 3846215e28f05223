import { victimologyReport, victimsReport } from '../../report/index.ts';
import { victimologyCoverage, victimsOf } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name], desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  if (name === undefined) {
    const coverage = victimologyCoverage(knowledge);
    return answered(knowledge, coverage, victimologyReport, coverage.groups === 0);
  }
  const answer = victimsOf(knowledge, name);
  return answered(knowledge, answer, victimsReport, answer.traits.length === 0);
}

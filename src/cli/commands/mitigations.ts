import { mitigationsReport } from '../../report/index.ts';
import { mitigationsOf } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const answer = mitigationsOf(knowledge, name);
  return answered(knowledge, answer, mitigationsReport, answer.mitigations.length === 0);
}

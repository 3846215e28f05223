import { aliasesReport } from '../../report/index.ts';
import { aliases } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  const answer = aliases(knowledge, name);
  return answered(knowledge, answer, aliasesReport, answer.bearers.length === 0);
}

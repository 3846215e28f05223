import { rulesReport } from '../../report/index.ts';
import { rulesInForce } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ desk }: Call): Promise<Outcome> {
  const answer = rulesInForce(await desk());
  return { data: answer, document: () => rulesReport(answer) };
}

import { showReport } from '../../report/index.ts';
import { show, showRaw } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], options, reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  if (options.flag('raw')) return { data: showRaw(knowledge, name), isAsTold: true };
  return answered(knowledge, show(knowledge, name), showReport, false);
}

import { catalogueReport } from '../../report/index.ts';
import { listCatalogue } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [catalogue = ''], reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  const answer = listCatalogue(knowledge, catalogue);
  return answered(knowledge, answer, catalogueReport, answer.things.length === 0);
}

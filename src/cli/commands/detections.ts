import { detectionsReport } from '../../report/index.ts';
import { detectionsOf } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [name = ''], desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const answer = detectionsOf(knowledge, name);
  return answered(knowledge, answer, detectionsReport, answer.detections.length === 0);
}

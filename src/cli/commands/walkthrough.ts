import { walkthroughReport } from '../../report/index.ts';
import { DEFAULT_KEYWORDS, walkthrough } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ options, desk }: Call): Promise<Outcome> {
  const knowledge = await desk();
  const keywords = options.texts('keyword');
  const answer = walkthrough(knowledge, {
    keywords: keywords.length === 0 ? DEFAULT_KEYWORDS : keywords,
    any: options.flag('any'),
  });
  return answered(knowledge, answer, walkthroughReport, answer.found.groups.length === 0);
}

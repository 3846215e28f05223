import { groupsReport } from '../../report/index.ts';
import { findGroups } from '../../workbench/index.ts';
import { answered } from '../answered.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ options, reading }: Call): Promise<Outcome> {
  const knowledge = await reading();
  const answer = findGroups(knowledge, {
    keywords: options.texts('keyword'),
    any: options.flag('any'),
    prefix: !options.flag('wholeWord'),
  });
  return answered(knowledge, answer, groupsReport, answer.groups.length === 0);
}

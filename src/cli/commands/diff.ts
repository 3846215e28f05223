import { diffReport } from '../../report/index.ts';
import { releaseDiff } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { EXIT } from '../command.ts';
import type { Outcome } from '../command.ts';

export async function run({
  arguments: [from = '', to = ''],
  options,
  base,
  selection,
}: Call): Promise<Outcome> {
  const answer = releaseDiff(await base(), from, to, {
    groups: options.texts('group'),
    series: selection.series,
  });
  const isSame = answer.kinds.length + answer.relations.length === 0;
  return { data: answer, document: () => diffReport(answer), exitCode: isSame ? EXIT.nothing : EXIT.ok };
}

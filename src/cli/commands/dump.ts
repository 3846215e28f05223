import { isCleared } from '../../facts/index.ts';
import { levelsOf } from '../../knowledge/index.ts';
import { dumpTo } from '../../home/index.ts';
import { doneReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [file = ''], base, clearance, terminal }: Call): Promise<Outcome> {
  const knowledge = await base();
  terminal.progress(`writing ${file}`);
  await dumpTo(knowledge, file);
  const most = await clearance();
  const all = knowledge.sources();
  const sources = all.map(({ id, name }) => ({ id, name }));
  return {
    data: { file, sources },
    level: levelsOf(all).findLast((level) => isCleared(level, most)),
    document: () =>
      doneReport(
        `Written to ${file}`,
        sources.map(({ id, name }) => `${name} (${id})`),
      ),
  };
}

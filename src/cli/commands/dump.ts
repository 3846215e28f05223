import { dumpTo } from '../../home/index.ts';
import { doneReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [file = ''], base, terminal }: Call): Promise<Outcome> {
  const knowledge = await base();
  terminal.progress(`writing ${file}`);
  await dumpTo(knowledge, file);
  const sources = knowledge.sources().map(({ id, name }) => ({ id, name }));
  return {
    data: { file, sources },
    document: () =>
      doneReport(
        `Written to ${file}`,
        sources.map(({ id, name }) => `${name} (${id})`),
      ),
  };
}

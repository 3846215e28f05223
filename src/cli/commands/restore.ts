import { refusal, restoreFrom } from '../../home/index.ts';
import { count, doneReport } from '../../report/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';

export async function run({ arguments: [file = ''], options, base, terminal }: Call): Promise<Outcome> {
  const knowledge = await base();
  if (knowledge.sources().length > 0 && !options.flag('replace'))
    throw refusal('home-not-empty', 'The home holds knowledge already.');
  terminal.progress(`reading ${file}`);
  const counts = await restoreFrom(knowledge, file);
  return {
    data: { file, ...counts },
    document: () =>
      doneReport(`Restored from ${file}`, [
        `${count(counts.sources, 'source')}, ${count(counts.objects, 'object')}`,
      ]),
  };
}

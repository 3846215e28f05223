import { placeName } from '../../acquisition/index.ts';
import { flag, path, RestoreAnswer } from '../../answers/index.ts';
import { refusal, restoreFrom } from '../../home/index.ts';
import { doneDocument } from '../../report/index.ts';
import { count } from '../../text/index.ts';
import { homeCommand } from '../call/home-command.ts';

export const restore = homeCommand({
  name: 'restore',
  summary: 'bring back what dump wrote, verified',
  given: {
    file: path('<file>', 'file that dump wrote'),
    replace: flag('--replace', 'replace what is stored; without it the home must be empty'),
  },
  answer: RestoreAnswer,
  examples: [{ line: 'restore knowledge.foeprint --home ./copy', label: 'into a fresh home' }],
  run: async ({ file, replace }, { base, terminal }) => {
    const knowledge = await base();
    if (knowledge.sources().length > 0 && !replace)
      throw refusal('home-not-empty', 'The home holds knowledge already.');
    terminal.progress(`reading ${file}`);
    return { answer: { file: placeName(file), ...(await restoreFrom(knowledge, file)) } };
  },
  document: ({ sources, objects }, { file }) =>
    doneDocument(`Restored from ${file}`, [`${count(sources, 'source')}, ${count(objects, 'object')}`]),
});

import { placeName } from '../../acquisition/index.ts';
import { DumpAnswer, path } from '../../answers/index.ts';
import { isCleared } from '../../facts/index.ts';
import { dumpTo } from '../../home/index.ts';
import { levelsOf } from '../../knowledge/index.ts';
import { doneDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';

export const dump = homeCommand({
  name: 'dump',
  summary: 'the whole knowledge base as one portable file',
  given: { file: path('<file>', 'file to write') },
  answer: DumpAnswer,
  examples: [{ line: 'dump knowledge.foeprint', label: 'for a backup, or to carry it elsewhere' }],
  run: async ({ file }, { base, clearance, terminal }) => {
    const knowledge = await base();
    terminal.progress(`writing ${file}`);
    await dumpTo(knowledge, file);
    const most = await clearance();
    const all = knowledge.sources();
    return {
      answer: { file: placeName(file), sources: all.map(({ id, name }) => ({ id, name })) },
      level: levelsOf(all).findLast((level) => isCleared(level, most)),
    };
  },
  document: ({ sources }, { file }) =>
    doneDocument(
      `Written to ${file}`,
      sources.map(({ id, name }) => `${name} (${id})`),
    ),
});

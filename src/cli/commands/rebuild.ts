import { flag, RebuildAnswer } from '../../answers/index.ts';
import { rebuildHome } from '../../home/index.ts';
import { storedDocument } from '../../report/index.ts';
import { homeCommand } from '../call/home-command.ts';
import { showProgress, storedSource } from '../../actions/index.ts';

export const rebuild = homeCommand({
  name: 'rebuild',
  summary: 'make the knowledge base anew from the kept copies',
  given: { force: flag('--force', 'give up sources of which no copy is kept') },
  answer: RebuildAnswer,
  examples: [{ line: 'rebuild', label: 'after an update that reads more, or where the file is damaged' }],
  run: async ({ force }, { home, terminal }) => {
    const rebuilt = await rebuildHome(await home(), { force }, showProgress(terminal));
    return { answer: { rebuilt: rebuilt.map(storedSource) } };
  },
  document: ({ rebuilt }) => storedDocument(rebuilt),
});

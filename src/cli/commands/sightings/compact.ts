import { SightingsCompactAnswer, SYNTHETIC } from '../../../answers/index.ts';
import { sightingsCompactDocument } from '../../../report/index.ts';
import { homeCommand } from '../../call/home-command.ts';

export const sightingsCompact = homeCommand({
  name: 'sightings compact',
  summary: 'join small files of sightings and add months up, so that answers come faster',
  details:
    'Answers stay the same. Worth doing after large imports, and daily where imports are many; it can be broken off at any moment.',
  given: { synthetic: SYNTHETIC },
  answer: SightingsCompactAnswer,
  examples: [{ line: 'sightings compact', label: 'after an import' }],
  run: async ({ synthetic }, { home, terminal }) => {
    terminal.progress('joining files of sightings');
    const store = await (await home()).sightings(synthetic ? 'synthetic' : 'imported');
    return { answer: await store.compact() };
  },
  document: sightingsCompactDocument,
});

import { argument, SightingsRemoveAnswer, SYNTHETIC } from '../../answers/index.ts';
import { strictestLevel } from '../../facts/index.ts';
import { removeSightings } from '../../home/index.ts';
import { sightingsRemoveDocument } from '../../report/index.ts';
import { action } from '../action.ts';

export const sightingsRemove = action({
  name: 'sightings remove',
  role: 'admin',
  summary: 'take batches of sightings out',
  details: 'Works also where a file of them is damaged.',
  given: {
    batches: argument(
      '<batch...>',
      'beginning of its id, or its name, as `foeprint sightings list` shows them',
    ),
    synthetic: SYNTHETIC,
  },
  answer: SightingsRemoveAnswer,
  examples: [{ line: 'sightings remove 3f2a9c', label: 'a batch that was imported by mistake' }],
  run: async ({ batches, synthetic }, { home, bound }) => {
    const removed = await removeSightings(home, batches, synthetic ? 'synthetic' : 'imported', bound);
    return { answer: { removed }, level: strictestLevel(removed.map(({ level }) => level)) };
  },
  document: sightingsRemoveDocument,
});

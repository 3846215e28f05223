import { SightingsListAnswer, SightingsListQuestion } from '../../../answers/index.ts';
import { sightingsListDocument } from '../../../report/index.ts';
import { listSightings } from '../../sightings/list.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sightings list',
  summary: 'the sightings that were imported, batch by batch',
  question: SightingsListQuestion,
  answer: SightingsListAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'sightings list', label: 'what was imported, when, and from which to which day' },
    { line: 'sightings list --synthetic', label: 'what was made up for a demonstration' },
    { line: 'sightings list --verify', label: 'whether all of it is as it was stored' },
  ],
  run: listSightings,
  isEmpty: ({ batches }) => batches.length === 0,
  rows: (answer) => answer.batches,
  document: sightingsListDocument,
});

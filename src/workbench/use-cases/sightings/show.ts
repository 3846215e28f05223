import { SightingsShowAnswer, SightingsShowQuestion } from '../../../answers/index.ts';
import { sightingsShowDocument, sightingsShowTables } from '../../../report/index.ts';
import { shownSightings } from '../../sightings/show.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sightings show',
  summary: 'the sightings behind a number: day, organisation, product, rule, largest first',
  question: SightingsShowQuestion,
  answer: SightingsShowAnswer,
  needs: 'view',
  examples: [
    { line: 'sightings show --technique T1059 --sector energy', label: 'of a technique in a sector' },
    { line: 'sightings show --group APT28 --month 2026-03', label: 'of a group that detections name' },
  ],
  run: shownSightings,
  isEmpty: ({ rows }) => rows.length === 0,
  rows: (answer) => answer.rows,
  document: sightingsShowDocument,
  tables: sightingsShowTables,
  inFull: { limit: 100_000 },
});

import { SightingsSummaryAnswer, SightingsSummaryQuestion } from '../../../answers/index.ts';
import { sightingsSummaryDocument, sightingsSummaryTables } from '../../../report/index.ts';
import { sightingsSummary } from '../../sightings/summary.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sightings summary',
  summary: 'what was seen in short: by month, sector, organisation, technique, group, product, rule',
  question: SightingsSummaryQuestion,
  answer: SightingsSummaryAnswer,
  needs: 'view',
  examples: [
    { line: 'sightings summary', label: 'all that was imported' },
    { line: 'sightings summary --sector energy --from 2026-01-01', label: 'a sector since a day' },
  ],
  run: sightingsSummary,
  isEmpty: ({ scope }) => scope.sightings === 0,
  document: sightingsSummaryDocument,
  tables: sightingsSummaryTables,
  inFull: { limit: 1000 },
});

import { SectorsAnswer, SectorsQuestion } from '../../../answers/index.ts';
import { sectorsSvg } from '../../../draw/index.ts';
import { tableCsv } from '../../../render/index.ts';
import {
  sectorsDocument,
  sectorsMatrixTable,
  sectorsPivotTable,
  sectorsTables,
} from '../../../report/index.ts';
import { sectorsLayers } from '../../sightings/sectors-layers.ts';
import { sectorsOf } from '../../sightings/sectors.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sectors',
  summary: 'how alike sectors, organisations or groups are by the techniques seen there',
  details:
    'A technique is present by its share of the sightings and of the organisations, so that much data does not make everything alike; docs/sectors.md says how. As csv the pairs, as matrix the similarity of each to each, as techniques the share of every technique, as svg or png the heat map.',
  question: SectorsQuestion,
  answer: SectorsAnswer,
  needs: 'view',
  examples: [
    { line: 'sectors', label: 'the last twelve months' },
    { line: 'sectors --months 3 --by parent --measure rarity', label: 'what few sectors see counts more' },
    { line: 'sectors --between organisations --sector energy', label: 'who within a sector is alike' },
    { line: 'sectors -o overlap.svg', label: 'the heat map' },
    { line: 'sectors --layer seen.json -o sectors.xlsx', label: 'a layer for each, and all tables' },
  ],
  run: sectorsOf,
  isEmpty: ({ compared }) => compared.length === 0,
  document: sectorsDocument,
  tables: sectorsTables,
  drawing: sectorsSvg,
  // Layers show no intervals, which are most of the work.
  layers: async (knowledge, question) =>
    answeredAs(await sectorsOf(knowledge, { ...question, resamples: 0 }), (answer) =>
      sectorsLayers(answer, knowledge),
    ),
  inFull: { limit: Number.MAX_SAFE_INTEGER },
  texts: [
    { name: 'matrix', endings: [], form: 'csv', write: (answer) => tableCsv(sectorsMatrixTable(answer)) },
    { name: 'techniques', endings: [], form: 'csv', write: (answer) => tableCsv(sectorsPivotTable(answer)) },
  ],
});

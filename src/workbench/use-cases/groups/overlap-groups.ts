import { OverlapQuestion, OverlapAnswer } from '../../../answers/index.ts';
import { overlapSvg } from '../../../draw/index.ts';
import { tableCsv } from '../../../render/index.ts';
import { overlapDocument, overlapMatrixTable, overlapTables } from '../../../report/index.ts';
import { overlapOf } from '../../groups/compare.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'overlap groups',
  summary: 'how alike all groups are: pairs, clusters, heat map',
  details:
    'As csv the pairs, as matrix the similarity of every group to every other as CSV, as svg or png the heat map.',
  question: OverlapQuestion,
  answer: OverlapAnswer,
  needs: 'desk',
  examples: [
    { line: 'overlap groups', label: 'pairs and clusters at 0.4 or more' },
    { line: 'overlap groups --measure rarity --min 0.3', label: 'what few share counts more' },
    { line: 'overlap groups -o overlap.svg', label: 'the heat map' },
  ],
  run: (desk, { groups, ...search }) => overlapOf(desk, groups, search),
  isEmpty: ({ pairs }) => pairs.length === 0,
  document: overlapDocument,
  tables: overlapTables,
  drawing: overlapSvg,
  texts: [
    { name: 'matrix', endings: [], form: 'csv', write: (answer) => tableCsv(overlapMatrixTable(answer)) },
  ],
});

import { CoverageListAnswer, CoverageListQuestion } from '../../../answers/index.ts';
import { coverageListDocument } from '../../../report/index.ts';
import { listCoverage } from '../../coverage/inventories.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'coverage list',
  summary: 'the coverage that was imported, by name and day',
  question: CoverageListQuestion,
  answer: CoverageListAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [{ line: 'coverage list', label: 'what was imported, from which day, and how much it says' }],
  run: listCoverage,
  isEmpty: ({ inventories }) => inventories.length === 0,
  rows: (answer) => answer.inventories,
  document: coverageListDocument,
});

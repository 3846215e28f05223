import { MatrixAnswer, MatrixQuestion } from '../../../answers/index.ts';
import { matrixDocument, matrixTables } from '../../../report/index.ts';
import { matricesInView } from '../../techniques/matrix.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'matrix',
  summary: 'the ATT&CK matrix: tactics in their order, and the techniques in each',
  details:
    'What a matrix is drawn from, whoever uses it; `foeprint layer` marks what groups use. Of several domains in view each has its own.',
  question: MatrixQuestion,
  answer: MatrixAnswer,
  needs: 'view',
  examples: [
    { line: 'matrix', label: 'how many techniques each tactic has' },
    {
      line: 'matrix --platform ESXi -o esxi.csv',
      label: 'those that work on one platform, a line for each place',
    },
  ],
  run: (reading, question) => matricesInView(reading, question),
  isEmpty: ({ matrices }) => matrices.every(({ techniques }) => techniques.length === 0),
  document: matrixDocument,
  tables: matrixTables,
});

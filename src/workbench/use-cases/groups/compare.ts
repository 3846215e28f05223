import { CompareQuestion, CompareAnswer } from '../../../answers/index.ts';
import { compareDocument, compareTables } from '../../../report/index.ts';
import { compareNamed } from '../../groups/compare.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'compare',
  summary: 'what groups have in common and what not, tactic by tactic',
  details:
    'Sub-techniques stand under their parents: groups that use different ones meet at the parent, and the table says so.',
  question: CompareQuestion,
  answer: CompareAnswer,
  needs: 'desk',
  examples: [
    { line: 'compare APT28 FIN7', label: 'two groups' },
    { line: 'compare G0007 G0016 G0034 -o compared.csv', label: 'three, for a spreadsheet' },
  ],
  run: (desk, { groups, derived }) => compareNamed(desk, groups, { derived }),
  isEmpty: ({ tactics }) => tactics.length === 0,
  document: compareDocument,
  tables: compareTables,
});

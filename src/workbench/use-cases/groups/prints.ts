import { PrintsAnswer, PrintsQuestion } from '../../../answers/index.ts';
import { printsDocument, printsTables } from '../../../report/index.ts';
import { groupPrints } from '../../groups/prints.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'prints',
  summary: 'how many techniques of each tactic groups use, all groups at a glance',
  details:
    'A print has a bar for each tactic, in the order of the matrix: as high as the root of the share of its techniques that are reported of the group; dots where only rules derive some. All groups in view, or those that options choose as for `foeprint groups`.',
  question: PrintsQuestion,
  answer: PrintsAnswer,
  needs: 'desk',
  examples: [
    { line: 'prints', label: 'of all groups' },
    {
      line: 'prints --sector telecommunications -o prints.csv',
      label: 'of those documented against a sector, a line for each tactic',
    },
  ],
  run: (desk, question) => groupPrints(desk, question),
  isEmpty: ({ groups }) => groups.length === 0,
  rows: (answer) => answer.groups,
  document: printsDocument,
  tables: printsTables,
});

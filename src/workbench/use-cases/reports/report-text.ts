import { ReportTextAnswer, ReportTextQuestion } from '../../../answers/index.ts';
import { reportTextDocument } from '../../../report/index.ts';
import { textOfReport } from '../../reports/text.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'report text',
  summary: 'the words of a kept report, as it was read, sentence by sentence',
  details:
    'What was taken of the file: its article, a paragraph, heading, item or row of a table at a time, without what stands beside it. Sentences have the numbers by which `report show` names them.',
  question: ReportTextQuestion,
  answer: ReportTextAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'report text REP-1A2B3C4D', label: 'all of it' },
    { line: 'report text REP-1A2B3C4D --from 200 -n 100 --json', label: 'a part, for a program' },
  ],
  run: textOfReport,
  isEmpty: ({ paragraphs }) => paragraphs.length === 0,
  document: reportTextDocument,
  hasNoTables: true,
});

import { ReportAnswer, ReportShowQuestion } from '../../../answers/index.ts';
import { reportDocument, reportTables } from '../../../report/index.ts';
import { showReport } from '../../reports/show.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'report show',
  summary: 'what a kept report states, with what was decided of it and what it would add',
  details:
    'A suggestion is something that the report is read to state: a technique, software, a victim, of a group where its sentences leave no doubt of whom they speak. “Known from” names the sources that report the same already. What is sure enough to be taken as it is stands under “accept” (nine of ten are right), the rest under “review”; `report review` decides on them, `report load` makes facts of them.',
  question: ReportShowQuestion,
  answer: ReportAnswer,
  needs: 'view',
  examples: [
    { line: 'report show REP-1A2B3C4D', label: 'what it states, whose it is, and what of it is new' },
    { line: 'report show REP-1A2B3C4D --tier review --undecided', label: 'what is left to decide' },
  ],
  run: showReport,
  isEmpty: ({ suggestions }) => suggestions.length === 0,
  rows: ({ suggestions }) => suggestions,
  document: reportDocument,
  tables: reportTables,
});

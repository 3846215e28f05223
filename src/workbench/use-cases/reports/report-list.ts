import { ReportListAnswer, ReportListQuestion } from '../../../answers/index.ts';
import { reportListDocument } from '../../../report/index.ts';
import { listReports } from '../../reports/report-list.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'report list',
  summary: 'the reports that the home keeps, the newest first',
  question: ReportListQuestion,
  answer: ReportListAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'report list', label: 'title, publisher, date, marking, and what was decided' },
    { line: 'report list --kind feed --undecided', label: 'what came from feeds and waits for somebody' },
  ],
  run: listReports,
  isEmpty: ({ reports }) => reports.length === 0,
  rows: ({ reports }) => reports,
  document: reportListDocument,
});

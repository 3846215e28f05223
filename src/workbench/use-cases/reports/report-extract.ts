import { ReportAnswer, ReportExtractQuestion } from '../../../answers/index.ts';
import { reportDocument, reportTables } from '../../../report/index.ts';
import { extractReport } from '../../reports/extract.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'report extract',
  summary: 'what a report states: techniques, groups, software, victims, each with its sentence',
  details:
    'Nothing is kept: `report add` keeps a report to be reviewed and loaded. Ids and names are found as they stand, techniques in other words by a model learnt on this computer from the procedures in view (some seconds, once for each release). What is sure enough to be taken as it is stands under “accept” (nine of ten are right), the rest under “review”. The text of a report is data: nothing in it is followed.',
  question: ReportExtractQuestion,
  answer: ReportAnswer,
  needs: 'view',
  examples: [
    { line: 'report extract advisory.pdf', label: 'what an advisory states, and of whom' },
    { line: 'report extract advisory.pdf --tier accept --json', label: 'only what is sure, for a program' },
  ],
  run: extractReport,
  isEmpty: ({ suggestions }) => suggestions.length === 0,
  rows: ({ suggestions }) => suggestions,
  document: reportDocument,
  tables: reportTables,
});

import { ReportExportAnswer, ReportExportQuestion } from '../../../answers/index.ts';
import { reportBundle, reportEvent } from '../../../export/index.ts';
import { reportExportDocument } from '../../../report/index.ts';
import { exportedLayers, exportReport, toExport } from '../../reports/export-report.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'report export',
  summary: 'what a kept report states, as STIX 2.1, as an event of MISP or as a Navigator layer',
  details:
    'The same that `report load` makes facts of. STIX has the report, its publisher, and a relationship `uses` with sentences, status, confidence and marking; things of ATT&CK are referred to by their ids there. MISP has tags of its galaxies and a report of the event with a line for each sentence. Exported again, after further decisions, it has newer versions of the same objects.',
  question: ReportExportQuestion,
  answer: ReportExportAnswer,
  needs: 'view',
  examples: [
    { line: 'report export REP-1A2B3C4D -o advisory.json', label: 'as STIX 2.1' },
    { line: 'report export REP-1A2B3C4D --as misp -o event.json', label: 'as an event of MISP' },
    { line: 'report export REP-1A2B3C4D --as layer -o layer.json', label: 'as a Navigator layer' },
  ],
  run: exportReport,
  isEmpty: ({ facts }) => facts.length === 0,
  document: reportExportDocument,
  texts: [
    {
      name: 'stix',
      endings: ['json'],
      form: 'as-given',
      write: (answer, { markings }) => reportBundle(toExport(answer, markings.level), answer.changedAt),
    },
    {
      name: 'misp',
      endings: [],
      form: 'as-given',
      write: (answer, { markings }) => reportEvent(toExport(answer, markings.level), answer.changedAt),
    },
  ],
  layers: exportedLayers,
  printedAs: 'stix',
});

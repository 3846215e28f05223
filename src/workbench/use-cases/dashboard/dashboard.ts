import { DashboardAnswer, DashboardQuestion } from '../../../answers/index.ts';
import { dashboardDocument, dashboardTables } from '../../../report/index.ts';
import { dashboardFor } from '../../dashboard/dashboard.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'dashboard',
  summary: 'threats and defences of an organisation at a glance, on two pages',
  details:
    'Who is active and what of it is covered, how coverage has come along, what is missing first, what is new since the last audit, what was seen in the sector, what changed since an earlier one. Every number leads to the list that it counts. Coverage is what `coverage import` keeps and the files of org.yaml; with --coverage those files in place of what is kept, which alone has a history.',
  question: DashboardQuestion,
  answer: DashboardAnswer,
  needs: 'desk',
  examples: [
    { line: 'dashboard --org org.yaml -o dash.html', label: 'one page that needs nothing else' },
    { line: 'dashboard --org org.yaml --trend quarter -o dash.pdf', label: 'for a meeting' },
    {
      line: 'dashboard --org org.yaml --json -o dash.json',
      label: 'to be compared with later: --since dash.json',
    },
  ],
  run: dashboardFor,
  isEmpty: ({ activity }) => activity.length === 0,
  document: dashboardDocument,
  tables: dashboardTables,
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});

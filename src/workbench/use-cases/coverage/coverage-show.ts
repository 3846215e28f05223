import { CoverageShowAnswer, CoverageShowQuestion } from '../../../answers/index.ts';
import { coverageShowDocument, coverageShowTables } from '../../../report/index.ts';
import { coverageLayersOf } from '../../coverage/layers.ts';
import { showCoverage } from '../../coverage/show.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'coverage show',
  summary: 'how far the detection of techniques has come: known, to hand, deployed, tested',
  details:
    'Per technique and platform: 0 nothing known, 1 log source available, 2 rule to hand, 3 deployed, 4 tested, each with its evidence. A technique with sub-techniques has the mean of their levels, weighed by how much they count and rounded down. Ids of other releases are carried to the one in view. With --out ending in svg or png the levels are drawn on the matrix.',
  question: CoverageShowQuestion,
  answer: CoverageShowAnswer,
  needs: 'desk',
  examples: [
    { line: 'coverage show --group APT29 --platform Windows', label: 'what a group uses, on one platform' },
    {
      line: 'coverage show --org org.yaml --layer coverage.json -o coverage.xlsx',
      label: 'for the Navigator and a spreadsheet',
    },
    { line: 'coverage show --technique T1059.001 --logs', label: 'one technique, with rules and logs' },
  ],
  run: showCoverage,
  isEmpty: ({ counts }) => counts.of === 0,
  rows: (answer) => answer.techniques,
  document: coverageShowDocument,
  tables: coverageShowTables,
  layers: async (desk, question) =>
    answeredAs(await showCoverage(desk, question), (answer) =>
      coverageLayersOf(desk, answer, answer.techniques),
    ),
  isFramedBySecond: true,
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});

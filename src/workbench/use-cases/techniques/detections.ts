import { DetectionsQuestion, DetectionsAnswer } from '../../../answers/index.ts';
import { detectionsDocument, detectionsTables } from '../../../report/index.ts';
import { detectionsOf } from '../../techniques/detections.ts';
import { withCoverage } from '../../coverage/counted-coverage.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'detections',
  summary: 'detection strategies, analytics and log sources for a technique or a group',
  details:
    'Of what an adversary uses, techniques that coverage (what is kept, or what --coverage names) sees whole are left out, and said so. Of strategies with analytics for other platforms alone nothing is shown.',
  question: DetectionsQuestion,
  answer: DetectionsAnswer,
  needs: 'desk',
  examples: [
    { line: 'detections T1059.003', label: 'the strategy, its analytics, and the logs they look at' },
    {
      line: 'detections G0073 --platform Windows --tactic credential-access',
      label: 'analytics for what the group uses, on one platform, for one tactic',
    },
    {
      line: 'detections APT29 --coverage our-rules/ -o to-do.xlsx',
      label: 'only for what no rule sees yet, for a spreadsheet',
    },
  ],
  run: async (desk, { name, ...question }) =>
    await withCoverage(desk, { ...question, organisation: { platforms: question.platforms } }, (coverage) =>
      detectionsOf(desk, name, { ...question, coverage }),
    ),
  isEmpty: (answer) => answer.detections.length === 0,
  rows: (answer) => answer.detections,
  document: detectionsDocument,
  tables: detectionsTables,
});

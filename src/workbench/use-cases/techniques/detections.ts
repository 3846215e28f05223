import { DetectionsQuestion, DetectionsAnswer } from '../../../answers/index.ts';
import { detectionsDocument, detectionsTables } from '../../../report/index.ts';
import { detectionsOf } from '../../techniques/defences.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'detections',
  summary: 'detection strategies, analytics and log sources for a technique or a group',
  question: DetectionsQuestion,
  answer: DetectionsAnswer,
  needs: 'desk',
  examples: [
    { line: 'detections T1059.003', label: 'the strategy, its analytics, and the logs they look at' },
    { line: 'detections G0073', label: 'strategies for all that the group uses' },
  ],
  run: (desk, { name }) => detectionsOf(desk, name),
  isEmpty: (answer) => answer.detections.length === 0,
  document: detectionsDocument,
  tables: detectionsTables,
});

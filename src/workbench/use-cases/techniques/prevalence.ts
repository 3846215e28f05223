import { PrevalenceQuestion, PrevalenceAnswer } from '../../../answers/index.ts';
import { prevalenceDocument } from '../../../report/index.ts';
import { techniqueUsage } from '../../techniques/techniques.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'prevalence',
  summary: 'how many of all groups use each technique',
  question: PrevalenceQuestion,
  answer: PrevalenceAnswer,
  needs: 'desk',
  examples: [{ line: 'prevalence --min 70 --max 100', label: 'techniques that 70 to 100 groups use' }],
  run: (desk, search) => ({ answer: techniqueUsage(desk, search) }),
  isEmpty: ({ techniques }) => techniques.length === 0,
  rows: (answer) => answer.techniques,
  document: prevalenceDocument,
});

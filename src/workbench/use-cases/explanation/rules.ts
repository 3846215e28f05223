import { RulesQuestion, RulesAnswer } from '../../../answers/index.ts';
import { rulesDocument } from '../../../report/index.ts';
import { rulesInForce } from '../../explanation/rules.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'rules',
  summary: 'the rules in force: what they say, their weights, whether they are on',
  question: RulesQuestion,
  answer: RulesAnswer,
  needs: 'desk',
  examples: [
    { line: 'rules', label: 'the standard pack' },
    { line: 'rules --rules my-rules.dl', label: 'check a rule file of your own' },
  ],
  run: rulesInForce,
  isEmpty: () => false,
  document: rulesDocument,
});

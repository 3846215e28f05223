import { RulesCheckAnswer, RulesCheckQuestion } from '../../../answers/index.ts';
import { rulesCheckDocument } from '../../../report/index.ts';
import { checkRuleTexts } from '../../explanation/rules-check.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'rules check',
  summary: 'what is wrong with rules of your own, by line and column, and what they derive',
  details:
    'Rules are read behind those in force, and may use what these declare. Exits with 1 where there are errors. `foeprint rules` has the rules in force.',
  question: RulesCheckQuestion,
  answer: RulesCheckAnswer,
  needs: 'view',
  needsNothing: true,
  examples: [
    { line: 'rules check my-rules.dl', label: 'mistakes, each with its place and what to do' },
    { line: 'rules check my-rules.dl --derive', label: 'and how many facts each rule would add' },
  ],
  run: (knowledge, question) => checkRuleTexts(knowledge, question),
  isEmpty: ({ errors }) => errors > 0,
  document: rulesCheckDocument,
});

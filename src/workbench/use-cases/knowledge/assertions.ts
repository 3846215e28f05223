import { AssertionsQuestion, AssertionsAnswer } from '../../../answers/index.ts';
import { assertionsDocument } from '../../../report/index.ts';
import { listAssertions } from '../../knowledge/assertions.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'assertions',
  summary: 'what analysts, cases and loaded reports state',
  question: AssertionsQuestion,
  answer: AssertionsAnswer,
  needs: 'view',
  examples: [{ line: 'assertions --source IR-2026-14', label: 'of one case' }],
  run: (reading, question) => ({ answer: listAssertions(reading, question) }),
  isEmpty: ({ assertions }) => assertions.length === 0,
  rows: (answer) => answer.assertions,
  document: assertionsDocument,
});

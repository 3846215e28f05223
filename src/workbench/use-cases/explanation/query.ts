import { QueryQuestion, QueryAnswer } from '../../../answers/index.ts';
import { queryDocument } from '../../../report/index.ts';
import { answerQuery } from '../../explanation/query.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'query',
  summary: 'ask in the rule language, with explanations',
  question: QueryQuestion,
  answer: QueryAnswer,
  needs: 'desk',
  examples: [
    { line: `query 'uses(G, T), mitigates(M, T), G = "G0071"'`, label: 'a join with a constant' },
    { line: `query 'uses("G0071", "S0236")' --explain`, label: 'does it hold, and why?' },
  ],
  run: (desk, { query, ...search }) => answerQuery(desk, query, search),
  rows: ({ answers }) => answers,
  isEmpty: ({ answers }) => answers.length === 0,
  document: queryDocument,
});

import { SearchQuestion, SearchAnswer } from '../../../answers/index.ts';
import { searchDocument } from '../../../report/index.ts';
import { search } from '../../knowledge/search.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'search',
  summary: 'full-text search over everything',
  details:
    'All words are needed; "quotes" ask for a phrase, a final * for beginnings of words. First comes what is called so (id, name or alias), then what has the words in a name, in other text, in a relationship.',
  question: SearchQuestion,
  answer: SearchAnswer,
  needs: 'view',
  examples: [
    { line: 'search "scheduled task"', label: 'techniques, software and procedures that mention it' },
    {
      line: `search '"critical infrastructure" telecom*' --type group`,
      label: 'a phrase and a word beginning, in groups',
    },
  ],
  run: (reading, { words, types, limit }) => ({ answer: search(reading, words.join(' '), { types, limit }) }),
  isEmpty: ({ hits }) => hits.length === 0,
  rows: (answer) => answer.hits,
  document: searchDocument,
});

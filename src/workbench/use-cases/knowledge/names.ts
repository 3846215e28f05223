import { NamesAnswer, NamesQuestion } from '../../../answers/index.ts';
import { namesDocument } from '../../../report/index.ts';
import { namesIn } from '../../knowledge/names.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'names',
  summary: 'everything that can be asked about, by all its names, in one list',
  details: '`foeprint search` looks in texts, too; `foeprint aliases` says who claims a name for whom.',
  question: NamesQuestion,
  answer: NamesAnswer,
  needs: 'view',
  examples: [
    { line: 'names --type group --type campaign', label: 'adversaries with their other names' },
    { line: 'names --format ndjson', label: 'all, one to a line' },
  ],
  run: (reading, question) => namesIn(reading, question),
  isEmpty: ({ things }) => things.length === 0,
  rows: ({ things }) => things,
  document: namesDocument,
});

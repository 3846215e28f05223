import { StatusQuestion, StatusAnswer } from '../../../answers/index.ts';
import { statusDocument } from '../../../report/index.ts';
import { statusOf } from '../../knowledge/status.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'status',
  summary: 'what is loaded: sources, objects, facts',
  question: StatusQuestion,
  answer: StatusAnswer,
  needs: 'loaded',
  examples: [
    { line: 'status', label: 'sources with releases, objects by type, facts by relation' },
    { line: 'status --json', label: 'the same for a script' },
  ],
  run: ({ base, selection }) => ({ answer: statusOf(base, selection) }),
  isEmpty: ({ loaded }) => loaded.length === 0,
  document: statusDocument,
});

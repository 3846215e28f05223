import { NewsAnswer, NewsQuestion } from '../../../answers/index.ts';
import { newsDocument, newsTables } from '../../../report/index.ts';
import { newsFor } from '../../releases/news.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'news',
  summary: 'what changed for your groups, your organisation and your gaps after a sync or load',
  details:
    'In ten lines with reasons: sources that are new, groups that moved among the first and by which factor, gaps that were closed or opened, what is newly reported of the groups named and of the first. Compared are what was loaded before a day (of a home that had nothing yet, what was published before it), a run that was kept or, without either, the release before of each series.',
  question: NewsQuestion,
  answer: NewsAnswer,
  needs: 'desk',
  examples: [
    { line: 'news --org org.yaml', label: 'what the newest releases changed' },
    { line: 'news --org org.yaml --since 2025-10-01 --all -o news.html', label: 'at length, since a day' },
    { line: 'news --group APT28 --group "Volt Typhoon"', label: 'of some groups' },
  ],
  run: newsFor,
  // That nothing is new is an answer as good as any.
  isEmpty: () => false,
  document: (news, { question }) => newsDocument(news, question.all),
  tables: newsTables,
  inFull: { all: true },
});

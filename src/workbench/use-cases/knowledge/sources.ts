import { SourcesQuestion, SourcesAnswer } from '../../../answers/index.ts';
import { sourcesDocument } from '../../../report/index.ts';
import { listSources } from '../../knowledge/sources.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sources',
  summary: 'the sources that are loaded, with number, kind, date, and whether they are answered from',
  question: SourcesQuestion,
  answer: SourcesAnswer,
  needs: 'loaded',
  examples: [
    { line: 'sources', label: 'all of them, and those that were forgotten' },
    { line: 'sources --json', label: 'with whole checksums and copyright statements, for a script' },
  ],
  run: listSources,
  isEmpty: ({ loaded }) => loaded.length === 0,
  rows: (answer) => answer.loaded,
  document: sourcesDocument,
});

import { SigmaTestAnswer, SigmaTestQuestion } from '../../../answers/index.ts';
import { sigmaTestDocument, sigmaTestTables } from '../../../report/index.ts';
import { testSigma } from '../../sigma/test.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sigma test',
  summary: 'which Sigma rules match which events of a log, and by what',
  details:
    'A rule is held against the events of its log source, which is known from channel and number of an event; docs/sigma.md has the tables. Correlations, filters and rules with placeholders are left out, and said so. Exits with 1 where nothing matches, or not what was expected.',
  question: SigmaTestQuestion,
  answer: SigmaTestAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'sigma test our-rules/ our-events.ndjson', label: 'which rules of a folder match' },
    {
      line: 'sigma test our-rule.yml our-events.json --expect 271de298-cc0e-4842-acd8-079a0a99ea65',
      label: 'in continuous integration: fails unless this rule does',
    },
  ],
  run: (_, question) => testSigma(question),
  isEmpty: ({ matches, missed }) => matches.length === 0 || missed.length > 0,
  document: sigmaTestDocument,
  tables: sigmaTestTables,
});

import { SigmaCheckAnswer, SigmaCheckQuestion } from '../../../answers/index.ts';
import { sigmaCheckDocument, sigmaCheckTables } from '../../../report/index.ts';
import { checkSigma } from '../../sigma/check.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sigma check',
  summary:
    'what is wrong with Sigma rules: against the specification, and against the conventions of SigmaHQ',
  details:
    'Errors are what the schema of Sigma rules does not allow, and what cannot be matched; warnings are what SigmaHQ would not take. Exits with 1 where there are errors.',
  question: SigmaCheckQuestion,
  answer: SigmaCheckAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [
    { line: 'sigma check our-rules/', label: 'all rules of a folder' },
    { line: 'sigma check our-rules.zip --errors-only', label: 'only what tools would refuse' },
  ],
  run: (_, question) => checkSigma(question),
  isEmpty: ({ errors }) => errors > 0,
  document: sigmaCheckDocument,
  tables: sigmaCheckTables,
});

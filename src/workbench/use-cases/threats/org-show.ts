import { OrgShowAnswer, OrgShowQuestion } from '../../../answers/index.ts';
import { keptOrganisationDocument } from '../../../report/index.ts';
import { defined } from '../../../text/index.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'org show',
  summary: 'the organisation that the home keeps: whom questions are about where nobody is named',
  question: OrgShowQuestion,
  answer: OrgShowAnswer,
  needs: 'loaded',
  needsNothing: true,
  examples: [{ line: 'org show', label: 'what is kept, and how it was understood' }],
  run: async ({ organisation }) => {
    const kept = await organisation();
    return { answer: defined({ kept }), level: kept?.level, restsOn: [] };
  },
  isEmpty: ({ kept }) => kept === undefined,
  document: keptOrganisationDocument,
});

import { OrgRemoveAnswer } from '../../answers/index.ts';
import { removeOrganisation } from '../../home/index.ts';
import { orgRemoveDocument } from '../../report/index.ts';
import { action } from '../action.ts';

export const orgRemove = action({
  name: 'org remove',
  role: 'analyst',
  summary: 'keep an organisation no longer; its coverage stays',
  given: {},
  answer: OrgRemoveAnswer,
  examples: [{ line: 'org remove', label: 'questions are then about nobody, unless somebody is named' }],
  run: async (_, { home, bound }) => {
    const removed = await removeOrganisation(home.paths.organisation, bound);
    return { answer: { removed }, level: removed.level };
  },
  document: orgRemoveDocument,
});

import { GroupsQuestion, GroupsAnswer } from '../../../answers/index.ts';
import { groupsDocument } from '../../../report/index.ts';
import { findGroups } from '../../groups/find-groups.ts';
import { asksForTraits, groupsLike } from '../../groups/groups-like.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'groups',
  summary: 'groups by sector, country, motive, activity, and keywords',
  details:
    'Of several values of one option one is enough; of several options all are needed. A group of which nothing is known cannot be found by it: the answer says how many there are.',
  question: GroupsQuestion,
  answer: GroupsAnswer,
  needs: (question) => (asksForTraits(question) ? 'desk' : 'view'),
  examples: [
    { line: 'groups -k manufacturing -k telecom', label: 'groups whose description has both' },
    {
      line: 'groups --sector telecommunications --country LU --motive espionage --active-since 2024',
      label: 'groups by what is reported of their victims',
    },
    { line: 'groups -k manufacturing -k telecom --any', label: 'groups that have either' },
  ],
  run: (knowledge, question) => ({
    answer: 'model' in knowledge ? groupsLike(knowledge, question) : findGroups(knowledge, question),
  }),
  isEmpty: (answer) => answer.groups.length === 0,
  document: groupsDocument,
});

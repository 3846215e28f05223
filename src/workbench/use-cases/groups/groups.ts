import { GroupsQuestion, GroupsAnswer } from '../../../answers/index.ts';
import { groupsDocument } from '../../../report/index.ts';
import { findGroups } from '../../groups/find-groups.ts';
import { asksForTraits, groupsLike } from '../../groups/groups-like.ts';
import { wordsRead } from '../../groups/group-words.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'groups',
  summary: 'groups by sector, country, motive, activity, and keywords',
  details:
    'Words without an option are understood as a sector, country or region attacked, or motive; others are looked for as keywords. Of several values of one kind one is enough; of several kinds all are needed. Parts count: those of a sector, and regions and countries of a region. `foeprint vocabulary` lists the words. A group of which nothing is known cannot be found by it: the answer says how many there are.',
  question: GroupsQuestion,
  answer: GroupsAnswer,
  needs: (question) => (asksForTraits(question) ? 'desk' : 'view'),
  examples: [
    {
      line: 'groups telecom benelux',
      label: 'groups documented against telecommunications and a country of Benelux',
    },
    { line: 'groups -k manufacturing -k telecom', label: 'groups whose description has both' },
    {
      line: 'groups --sector telecommunications --country LU --motive espionage --active-since 2024',
      label: 'groups by what is reported of their victims',
    },
    {
      line: 'groups --technique T1059.001 --software S0154 --not T1486',
      label: 'that use both, and are not known to encrypt for impact',
    },
    { line: 'groups -k manufacturing -k telecom --any', label: 'groups that have either' },
  ],
  run: (knowledge, question) => {
    if ('model' in knowledge) return groupsLike(knowledge, question);
    const { search, notes } = wordsRead(question);
    return { answer: findGroups(knowledge, { keywords: [], ...search }), notes };
  },
  isEmpty: (answer) => answer.groups.length === 0,
  rows: (answer) => answer.groups,
  document: groupsDocument,
});

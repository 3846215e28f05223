import { ProfileQuestion, ProfileAnswer } from '../../../answers/index.ts';
import { profileDocument, profileTables } from '../../../report/index.ts';
import { groupProfile } from '../../groups/profile.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'profile',
  summary:
    'how a group works: in short, then techniques by tactic with score and evidence, software, defences',
  details:
    'Scores: 90 reported by a curated source, 60 only derived or reported by others, 30 old or withdrawn; values and age are settings. Each technique comes with the dates of its evidence, how many independent sources report it, what a derived one came through, and the citation to read first.',
  question: ProfileQuestion,
  answer: ProfileAnswer,
  needs: 'desk',
  examples: [
    { line: 'profile APT28', label: 'on the terminal' },
    { line: 'profile APT28 --brief -o apt28.pdf', label: 'what fits on one page' },
    {
      line: 'profile G0007 --direct -o apt28.html',
      label: 'what sources report of the group itself, as a page',
    },
    { line: 'profile G0007 -o apt28.xlsx', label: 'for a spreadsheet' },
  ],
  run: (desk, { group, direct, asOf }) =>
    groupProfile(desk, group, { derived: !direct, asOf, policy: desk.settings.score }),
  isEmpty: ({ techniques }) => techniques.length === 0,
  document: (profile, { sources, question }) =>
    profileDocument(profile, { sources, isBrief: question.brief }),
  tables: profileTables,
  // How rare techniques are is counted over all groups: a profile that nothing marked adds to goes by what it may itself be shown with.
  content: (profile) => ({ ...profile, brief: { ...profile.brief, groupsInView: 0, distinctive: [] } }),
});

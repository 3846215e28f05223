import { SigmaAnswer, SigmaQuestion } from '../../../answers/index.ts';
import { sigmaDocument, sigmaTables } from '../../../report/index.ts';
import { packFiles } from '../../sigma/pack-files.ts';
import { packOf } from '../../sigma/pack.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'sigma',
  summary: 'Sigma rules for the techniques of a group, out of a library, with what has none',
  details:
    'Rules come from a library such as SigmaHQ’s, as `--sigma-rules` or the setting `sigmaRules` names it; a rule is for a technique that it is tagged with, by what that id is in the release in view. Deprecated and unsupported rules are left out. `-o FOLDER/` writes the rules as they are given, with an index and the licence that the library brings.',
  question: SigmaQuestion,
  answer: SigmaAnswer,
  needs: 'desk',
  examples: [
    {
      line: 'sigma APT29 --sigma-rules sigma/ -o apt29-rules/',
      label: 'the rules and an index, in a folder',
    },
    { line: 'sigma FIN7 --drafts -o fin7-rules/', label: 'also drafts for techniques without rules' },
    { line: 'sigma G0016 G0007 --platform Windows', label: 'for two groups, on one platform' },
    {
      line: 'sigma --org org.yaml -o rules.csv',
      label: 'which rules are for what is to be expected, as a table',
    },
  ],
  run: packOf,
  isEmpty: ({ rules, drafts }) => rules.length + drafts.length === 0,
  document: sigmaDocument,
  tables: sigmaTables,
  files: packFiles,
  // Texts of rules name many things, on which nothing here rests.
  content: ({ techniques }) => techniques,
});

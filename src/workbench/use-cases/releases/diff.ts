import { DiffQuestion, DiffAnswer } from '../../../answers/index.ts';
import { diffDocument } from '../../../report/index.ts';
import { releaseDiff } from '../../releases/diff.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'diff',
  summary: 'what changed between two releases: added, changed, moved, revoked, deprecated',
  details:
    'Both releases must be loaded. By kind of object, with the fields that changed, the tactics that techniques moved between and what revoked things were revoked in favour of; for a group, the techniques and software newly reported.',
  question: DiffQuestion,
  answer: DiffAnswer,
  needs: 'loaded',
  examples: [
    { line: 'diff 17.1 18.1 -o changes.html', label: 'everything, as a page' },
    {
      line: 'diff 17.1 18.1 --group G0007 --json',
      label: 'with what is newly reported of a group, for a script',
    },
  ],
  run: ({ base, selection: { series } }, { from, to, groups }) =>
    releaseDiff(base, from, to, { groups, series }),
  isEmpty: ({ kinds, relations }) => kinds.length + relations.length === 0,
  document: diffDocument,
});

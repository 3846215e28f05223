import { AliasesQuestion, AliasesAnswer } from '../../../answers/index.ts';
import { aliasesDocument } from '../../../report/index.ts';
import { aliases } from '../../groups/aliases.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'aliases',
  summary: 'who goes by a name, and who claims that they are the same',
  details:
    'Names are claims. Entries of different sources are never merged; each relation between two (same, disputed, overlapping) has who claims it.',
  question: AliasesQuestion,
  answer: AliasesAnswer,
  needs: 'view',
  examples: [
    { line: 'aliases "Salt Typhoon"', label: 'every claim around a name' },
    { line: 'aliases G0007 --json', label: 'the names of a group with their claimants' },
  ],
  run: (reading, { name }) => ({ answer: aliases(reading, name) }),
  isEmpty: ({ bearers }) => bearers.length === 0,
  rows: (answer) => answer.bearers,
  document: aliasesDocument,
});

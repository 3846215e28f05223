import { TraitsAnswer, TraitsQuestion } from '../../../answers/index.ts';
import { traitsDocument, traitsTables } from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { traitsCounted } from '../../victims/traits.ts';

export const row = useCase({
  name: 'traits',
  summary: 'which sectors, countries, motives and origins groups are documented with, and how many with each',
  details:
    'A group counts for a value as `foeprint groups` finds it: what lies within a sector or region counts for it. Of how many groups nothing of a kind is known stands beside.',
  question: TraitsQuestion,
  answer: TraitsAnswer,
  needs: 'desk',
  examples: [
    { line: 'traits sector', label: 'sectors, those of most groups first' },
    { line: 'traits -o traits.csv', label: 'all of them as a table' },
  ],
  run: traitsCounted,
  isEmpty: ({ traits }) => traits.length === 0,
  rows: ({ traits }) => traits,
  document: traitsDocument,
  tables: traitsTables,
});

import { TechniquesQuestion, TechniquesAnswer } from '../../../answers/index.ts';
import { techniquesDocument } from '../../../report/index.ts';
import { techniquesUsedBy } from '../../techniques/techniques.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'techniques',
  summary: 'techniques used by groups, with who uses each',
  details:
    'Those that any of them uses, or with --shared those that all of them use. `foeprint prevalence` counts over all groups.',
  question: TechniquesQuestion,
  answer: TechniquesAnswer,
  needs: 'desk',
  examples: [
    { line: 'techniques G0016 G0007', label: 'what either of the two uses' },
    { line: 'techniques G0016 G0007 --shared --derived', label: 'what both use, derived uses included' },
  ],
  run: (desk, { groups, ...search }) => techniquesUsedBy(desk, groups, search),
  isEmpty: ({ techniques: used }) => used.length === 0,
  rows: (answer) => answer.techniques,
  document: techniquesDocument,
});

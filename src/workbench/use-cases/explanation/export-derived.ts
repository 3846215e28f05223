import { DerivedFactsQuestion, DerivedFactsAnswer } from '../../../answers/index.ts';
import { derivedFactsDocument } from '../../../report/index.ts';
import { derivedFacts } from '../../explanation/derived-facts.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'export derived',
  summary: 'write what rules derive as relationships of STIX 2.1, for other tools',
  question: DerivedFactsQuestion,
  answer: DerivedFactsAnswer,
  needs: 'desk',
  takesLong: true,
  examples: [
    { line: 'export derived -o derived.json', label: 'everything that rules derived' },
    {
      line: 'export derived --of G0071 --relation indirectly-uses -o orangeworm.json',
      label: 'for one group',
    },
  ],
  run: (desk, question) => ({ answer: derivedFacts(desk, question) }),
  isEmpty: ({ facts }) => facts.length === 0,
  document: derivedFactsDocument,
  derived: (answer) => answer,
  printedAs: 'stix',
});

import { withNearbySightings } from '../../threats/nearby-sightings.ts';
import { WhatIfQuestion, WhatIfAnswer } from '../../../answers/index.ts';
import { whatIfDocument } from '../../../report/index.ts';
import { useCase } from '../../use-case.ts';
import { whatIf } from '../../threats/what-if.ts';

export const row = useCase({
  name: 'what-if',
  summary: 'what the order of groups rests on: each source and factor left out, single reports',
  details:
    'The ranking of `foeprint threats` is made again without each source and without each factor, and compared with the whole one.',
  question: WhatIfQuestion,
  answer: WhatIfAnswer,
  needs: 'desk',
  examples: [
    { line: 'what-if --org org.yaml', label: 'how far the order hangs on single sources' },
    { line: 'what-if --org org.yaml --top 5', label: 'the first five places' },
  ],
  run: async (desk, { organisation, ...search }) =>
    await withNearbySightings(desk, organisation, search, (nearby) =>
      whatIf(desk, organisation, { ...search, ...nearby, weights: desk.settings.weights }),
    ),
  isEmpty: ({ variations }) => variations.length === 0,
  document: whatIfDocument,
});

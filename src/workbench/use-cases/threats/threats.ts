import { withNearbySightings } from '../../threats/nearby-sightings.ts';
import { ThreatsQuestion, ThreatsAnswer } from '../../../answers/index.ts';
import { threatsDocument } from '../../../report/index.ts';
import { threatsTo } from '../../threats/threats.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'threats',
  summary: 'groups documented against organisations like yours, in order and with reasons',
  details:
    'A score is a sum of named factors; their weights are settings, and what is not known is never counted as no. It is no forecast. Write the organisation with `foeprint org init`.',
  question: ThreatsQuestion,
  answer: ThreatsAnswer,
  needs: 'desk',
  examples: [
    { line: 'threats --org org.yaml', label: 'the first 15 groups and the strongest grounds for each' },
    { line: 'threats --org org.yaml -o threats.xlsx', label: 'for a spreadsheet; also .csv' },
    { line: 'threats --org org.yaml --explain G0016', label: 'why this one stands where it does' },
    { line: 'threats --org org.yaml --hide tidal-groups --top 30', label: 'without a source' },
  ],
  run: async (desk, { organisation, ...search }) =>
    await withNearbySightings(desk, organisation, search, (nearby) =>
      threatsTo(desk, organisation, { ...search, ...nearby, weights: desk.settings.weights }),
    ),
  isEmpty: ({ groups }) => groups.length === 0,
  rows: (answer) => answer.groups,
  document: threatsDocument,
});

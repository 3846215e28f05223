import { withNearbySightings } from '../../threats/nearby-sightings.ts';
import { expectLayer } from '../../../analysis/index.ts';
import { ExpectQuestion, ExpectAnswer } from '../../../answers/index.ts';
import { expectDocument, expectTables } from '../../../report/index.ts';
import type { Knowledge } from '../../../desk/index.ts';
import { layersByDomain } from '../../layers/layers-by-domain.ts';
import { expectedTechniques } from '../../threats/expected.ts';
import { answeredAs, useCase, type Answered } from '../../use-case.ts';

/** Techniques shown where nobody says how many. */
const SHOWN = 30;

export const row = useCase({
  name: 'expect',
  summary: 'techniques to expect from groups documented against organisations like yours',
  details:
    'By tactic, each with the groups that use it, reported or derived, weighed by their place in the ranking, by how sure the use is and how lately it was reported. It is no forecast. With --out ending in svg or png the techniques are drawn on the matrix.',
  question: ExpectQuestion,
  answer: ExpectAnswer,
  needs: 'desk',
  examples: [
    { line: 'expect --org org.yaml', label: 'the 30 most expected techniques, by tactic' },
    { line: 'expect --org org.yaml --explain T1105', label: 'why one of them is to be expected' },
    {
      line: 'expect --org org.yaml --tactic initial-access --by rarity',
      label: 'how groups like these get in, and others do not',
    },
    {
      line: 'expect --org org.yaml --layer expected.json -o expected.xlsx',
      label: 'for the Navigator and a spreadsheet',
    },
  ],
  run: expected,
  isEmpty: ({ of }) => of === 0,
  rows: (answer) => answer.techniques,
  document: expectDocument,
  tables: expectTables,
  layers: async (desk, question) =>
    answeredAs(await expected(desk, question), (answer) =>
      layersByDomain(desk, (options) => expectLayer(answer, options)),
    ),
  inFull: { limit: Number.MAX_SAFE_INTEGER },
});

async function expected(
  desk: Knowledge['desk'],
  { organisation, limit = SHOWN, ...search }: ExpectQuestion,
): Promise<Answered<ExpectAnswer>> {
  const { weights, score: policy } = desk.settings;
  return await withNearbySightings(desk, organisation, search, (nearby) =>
    expectedTechniques(desk, organisation, { ...search, limit, ...nearby, weights, policy }),
  );
}

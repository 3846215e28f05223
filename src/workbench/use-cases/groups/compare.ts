import { CompareQuestion, CompareAnswer } from '../../../answers/index.ts';
import { compareDocument, compareTables } from '../../../report/index.ts';
import { comparedLayers, compareNamed } from '../../groups/compare.ts';
import { useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'compare',
  summary: 'what groups have in common and what not, tactic by tactic',
  details:
    'Common and unique techniques first, then each tactic. Sub-techniques stand under their parents: groups that use different ones meet at the parent, and the table says so. As json, svg or png it is one layer, with a colour for each group and one for what several use.',
  question: CompareQuestion,
  answer: CompareAnswer,
  needs: 'desk',
  examples: [
    { line: 'compare APT28 FIN7', label: 'two groups' },
    { line: 'compare G0007 G0016 G0034 -o compared.csv', label: 'three, for a spreadsheet' },
    { line: 'compare APT28 FIN7 -o compared.json', label: 'one layer for the Navigator' },
  ],
  run: (desk, { groups, derived }) => compareNamed(desk, groups, { derived }),
  isEmpty: ({ tactics }) => tactics.length === 0,
  document: compareDocument,
  tables: compareTables,
  layers: (desk, { groups, derived }) =>
    comparedLayers(desk, groups, { derived, policy: desk.settings.score }),
  isLayerInJson: true,
});

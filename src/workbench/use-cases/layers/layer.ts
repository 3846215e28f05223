import { LayerQuestion, navigatorLayer, LayerAnswer } from '../../../answers/index.ts';
import { layersDocument } from '../../../report/index.ts';
import type { Knowledge } from '../../../desk/index.ts';
import { groupLayers, type GroupLayers } from '../../layers/layers.ts';
import { answeredAs, useCase, type Answered } from '../../use-case.ts';

export const row = useCase({
  name: 'layer',
  summary: 'what groups use, as an ATT&CK Navigator layer with the evidence in each cell',
  details:
    'Layer format 4.5, the same bytes each time. Several groups make one layer; domains are kept apart, and several layers are a list. With --out ending in svg, png or xlsx it is drawn.',
  question: LayerQuestion,
  answer: LayerAnswer,
  needs: 'desk',
  examples: [
    { line: 'layer APT28 -o apt28.json', label: 'for the Navigator' },
    { line: 'layer G0007 G0016 G0034 --value count -o heat.svg', label: 'how many of three use what, drawn' },
    { line: 'layer --again apt28.json -o apt28.json', label: 'bring it up to date' },
  ],
  run: (desk, question) =>
    answeredAs(made(desk, question), (answer) => ({ ...answer, layers: answer.layers.map(navigatorLayer) })),
  isEmpty: ({ layers }) => layers.length === 0,
  document: ({ layers }) => layersDocument(layers),
  layers: (desk, question) => answeredAs(made(desk, question), ({ layers }) => layers),
  printedAs: 'layer',
});

function made(desk: Knowledge['desk'], { groups, ...search }: LayerQuestion): Answered<GroupLayers> {
  return groupLayers(desk, groups, { ...search, policy: desk.settings.score });
}

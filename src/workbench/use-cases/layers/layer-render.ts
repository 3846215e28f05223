import { LayerRenderQuestion, navigatorLayer, LayerRenderAnswer } from '../../../answers/index.ts';
import { layersDocument } from '../../../report/index.ts';
import { chosenLayers } from '../../layers/layers.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'layer render',
  summary: 'draw a layer on its ATT&CK matrix: SVG, PNG or Excel',
  details:
    'Scores stand in the cells. The colours are our scale, which the colour-blind can read, unless asked otherwise.',
  question: LayerRenderQuestion,
  answer: LayerRenderAnswer,
  needs: 'view',
  needsNothing: true,
  examples: [
    { line: 'layer render apt28.json -o apt28.svg', label: 'a drawing' },
    {
      line: 'layer render our-layers.json -o layers.xlsx',
      label: 'a sheet for each layer, and all marks listed',
    },
  ],
  run: (_, { layers, layer }) =>
    answeredAs(chosenLayers(layers, layer), (chosen) => ({ layers: chosen.map(navigatorLayer) })),
  isEmpty: () => false,
  document: ({ layers }) => layersDocument(layers),
  layers: (_, { layers, layer }) => chosenLayers(layers, layer),
  printedAs: 'svg',
});

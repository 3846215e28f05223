import { LayerCombineQuestion, navigatorLayer, LayerCombineAnswer } from '../../../answers/index.ts';
import { layersDocument } from '../../../report/index.ts';
import { combination } from '../../layers/combination.ts';
import { answeredAs, useCase } from '../../use-case.ts';

export const row = useCase({
  name: 'layer combine',
  summary: 'combine layers of any version by an expression',
  details:
    'Sets (a or b, a and not b), scores (a + 2*b, max(a, b), count(a, b)), choices (a >= 60). A missing score is never taken for 0 unasked. docs/reference/layers.md has the whole language.',
  question: LayerCombineQuestion,
  answer: LayerCombineAnswer,
  needs: 'view',
  needsNothing: true,
  examples: [
    {
      line: 'layer combine "threat and not ours" threat=apt28.json ours=our-coverage.json -o gaps.json',
      label: 'what we do not cover',
    },
    {
      line: 'layer combine "count(a, b)" a=apt28.json b=our-red-team.json -o both.png',
      label: 'how many use it, as a picture',
    },
  ],
  run: (view, question) =>
    answeredAs(combination(view, question), (layer) => ({ layer: navigatorLayer(layer) })),
  isEmpty: () => false,
  document: ({ layer }) => layersDocument([layer]),
  layers: (view, question) => answeredAs(combination(view, question), (layer) => [layer]),
  printedAs: 'layer',
});

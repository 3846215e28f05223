import { LayerShape } from './layers.ts';
import { NavigatorLayer } from './navigator-layer.ts';
import { fromFile, option, question } from '../question.ts';
import { list, shape } from '../schema.ts';

/** Layers to be drawn. */
export const LayerRenderQuestion = question({
  layers: fromFile(list(LayerShape, 'the layers'), 'layers', '<file>', 'a Navigator layer of any version'),
  layer: option('--layer <name>', 'of a file with several: this one, by name or number'),
});

export const LayerRenderAnswer = shape(
  'LayerRenderAnswer',
  'Layers to be drawn on the matrix of their domain.',
  { layers: list(NavigatorLayer, 'those asked for; all of them where none is or fits') },
);

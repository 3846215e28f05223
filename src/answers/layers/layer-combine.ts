import * as z from 'zod/mini';
import { LayerOperand } from './layers.ts';
import { NavigatorLayer } from './navigator-layer.ts';
import { argument, fromFile, option, question } from '../question.ts';
import { as, list, optional, shape, text, type Of } from '../schema.ts';

const Combination = shape('Combination', 'What to combine, and how, as the recipe of a layer has it.', {
  expression: text('the expression'),
  layers: list(LayerOperand, 'the layers that it names'),
  missing: optional(text('what a missing score counts')),
  name: optional(text('name of the layer that was made')),
});

/** Layers combined by an expression. */
export const LayerCombineQuestion = question({
  expression: argument('[expression]', 'e.g. "threat and not coverage"'),
  layers: fromFile(
    z.optional(list(LayerOperand, 'layers by name')),
    'named-layers',
    '[layers...]',
    'each as name=file',
  ),
  missing: option('--missing <count>', 'what a missing score counts: skip, absent or a number', {
    fallback: 'skip',
  }),
  name: option('--name <name>', 'name of the new layer', { fallback: 'the expression' }),
  again: fromFile(
    z.optional(Combination),
    'combination',
    '--again <file>',
    'combine again by the recipe of a layer, from the files beside it',
  ),
});
export type LayerCombineQuestion = Of<typeof LayerCombineQuestion>;

export const LayerCombineAnswer = shape('LayerCombineAnswer', 'The layer that comes of an expression.', {
  layer: as(NavigatorLayer, 'the new layer, with the marks of those that it was made from'),
});

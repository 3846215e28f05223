import { levelOfLayers, type Layer } from '../../threat/index.ts';
import type { Call } from '../call.ts';
import type { Outcome } from '../command.ts';
import { drawLayers, drawingForm } from '../layer-drawings.ts';
import { layersOf } from '../layer-files.ts';

export async function run(call: Call): Promise<Outcome> {
  const {
    arguments: [file = ''],
    options,
    reading,
  } = call;
  const layers = chosen(await layersOf(call, file), options.text('layer'));
  return {
    data: undefined,
    level: levelOfLayers(layers),
    ...(await drawLayers(drawingForm(options) ?? 'svg', layers, await reading(), options)),
  };
}

/** The layers of this name, or the one of this number (counted from 1); all of them where none is asked for or fits. */
function chosen(layers: readonly Layer[], asked: string | undefined): readonly Layer[] {
  if (asked === undefined) return layers;
  const named = layers.filter(({ name }, index) => name === asked || String(index + 1) === asked);
  return named.length === 0 ? layers : named;
}

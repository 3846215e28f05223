import { navigatorLayer } from '../../answers/index.ts';
import type { Layer } from '../../threat/index.ts';

/**
 * The layer as an ATT&CK Navigator file; the same layer gives the same bytes.
 *
 * @throws FoeprintError W688 where a number of the layer is not finite or its gradient is empty
 */
export function writeLayer(layer: Layer): string {
  return toText(navigatorLayer(layer));
}

/** Several layers as one file: a list, which the format allows since 4.5. */
export function writeLayers(layers: readonly Layer[]): string {
  return toText(layers.map(navigatorLayer));
}

/** Layers as a Navigator file: one alone, several as a list. */
export function layersText(layers: readonly Layer[]): string {
  const [only, ...others] = layers;
  return only !== undefined && others.length === 0 ? writeLayer(only) : writeLayers(layers);
}

function toText(json: unknown): string {
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

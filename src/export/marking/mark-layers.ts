import { isMapping } from '../../text/index.ts';
import { LAYER_MARKING } from '../../threat/index.ts';

/** A Navigator file, one layer or a list, whose metadata say how far it may go: the Navigator shows them with the layer. */
export function markLayers(file: string, marking: string): string {
  const parsed: unknown = JSON.parse(file);
  const marked = Array.isArray(parsed)
    ? parsed.map((layer: unknown) => markedLayer(layer, marking))
    : markedLayer(parsed, marking);
  return `${JSON.stringify(marked, undefined, 2)}\n`;
}

function markedLayer(layer: unknown, marking: string): unknown {
  if (!isMapping(layer)) return layer;
  const { metadata } = layer;
  const others: readonly unknown[] = Array.isArray(metadata) ? metadata : [];
  const kept = others.filter((entry) => !isMapping(entry) || entry['name'] !== LAYER_MARKING);
  return { ...layer, metadata: [{ name: LAYER_MARKING, value: marking }, ...kept] };
}

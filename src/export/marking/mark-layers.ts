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
  if (typeof layer !== 'object' || layer === null) return layer;
  const metadata: unknown = Reflect.get(layer, 'metadata');
  const others = Array.isArray(metadata)
    ? metadata.filter((entry: unknown) => nameOf(entry) !== LAYER_MARKING)
    : [];
  return { ...layer, metadata: [{ name: LAYER_MARKING, value: marking }, ...others] };
}

function nameOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : undefined;
}

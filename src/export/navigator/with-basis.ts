import type { Envelope } from '../../answers/index.ts';
import type { Layer } from '../../threat/index.ts';

/** Layers that name the sources that they rest on: in the recipe, and by their notices. */
export function withBasis(
  layers: readonly Layer[],
  { sources, notices }: Pick<Envelope, 'sources' | 'notices'>,
): readonly Layer[] {
  if (sources.length === 0) return layers;
  const named = { name: 'sources', value: sources.map(({ name }) => name).join(', ') };
  return layers.map(({ recipe, ...layer }) => ({
    ...layer,
    annotations: [...notices.map((value) => ({ name: 'Notice', value })), ...layer.annotations],
    ...(recipe === undefined ? {} : { recipe: { ...recipe, parameters: [...recipe.parameters, named] } }),
  }));
}

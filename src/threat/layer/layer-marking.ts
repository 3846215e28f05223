import { strictestLevel, type MarkingLevel } from '../../facts/index.ts';
import { isDivider, type Layer } from './layer.ts';
import { tlpNamed } from '../tlp.ts';

/** Name of the metadata of a layer that says how far it may go. */
export const LAYER_MARKING = 'marking';

/** The strictest level that layers say of themselves; undefined where none says one. */
export function levelOfLayers(layers: readonly Pick<Layer, 'annotations'>[]): MarkingLevel | undefined {
  const levels = layers.flatMap(({ annotations }) =>
    annotations.flatMap((entry) =>
      !isDivider(entry) && entry.name === LAYER_MARKING ? [tlpNamed(entry.value)?.name] : [],
    ),
  );
  return strictestLevel(levels);
}

import { FoeprintError, issueOf } from '../../facts/index.ts';
import type { Gradient, Layer } from '../index.ts';
import { LAYER_ISSUES } from './issues.ts';

/**
 * Makes sure that the numbers of a layer can be written and drawn.
 *
 * @throws FoeprintError W688 where a score is not finite or the gradient is empty
 */
export function checkLayer(layer: Layer): void {
  const bad = layer.cells.find((cell) => cell.score !== undefined && !Number.isFinite(cell.score));
  if (bad !== undefined) throw badNumber(layer, `${bad.technique} has the score ${bad.score}.`);
  if (layer.gradient !== undefined && !isUsable(layer.gradient))
    throw badNumber(layer, 'The gradient spans nothing.');
}

function isUsable({ colors, minimum, maximum }: Gradient): boolean {
  return colors.length >= 2 && Number.isFinite(minimum) && Number.isFinite(maximum) && minimum <= maximum;
}

function badNumber(layer: Layer, message: string): FoeprintError {
  return new FoeprintError([issueOf(LAYER_ISSUES.badNumber, `Layer ${layer.name}: ${message}`)]);
}

import { LAYER_ISSUES, checkLayer, domainTitle, type AttackMatrix, type Layer } from '../../threat/index.ts';
import { FoeprintError, issueOf } from '../../facts/index.ts';

/**
 * Makes sure that a layer can be drawn on a matrix.
 *
 * @throws FoeprintError W683 where they are of different domains, W688 where the layer holds a number that cannot be drawn
 */
export function checkDrawable(layer: Layer, matrix: AttackMatrix): void {
  checkLayer(layer);
  if (layer.domain === matrix.domain) return;
  const message = `Layer ${layer.name} is of ${domainTitle(layer.domain)}, the matrix of ${domainTitle(matrix.domain)}.`;
  const hint = 'Draw the layer on the matrix of its own domain.';
  throw new FoeprintError([issueOf(LAYER_ISSUES.mixedDomains, message, undefined, hint)]);
}

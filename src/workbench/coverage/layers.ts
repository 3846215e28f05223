import type { CoverageShowAnswer, TechniqueCoverage } from '../../answers/index.ts';
import { coverageLayers } from '../../analysis/index.ts';
import type { Reading } from '../../desk/index.ts';
import type { Layer } from '../../threat/index.ts';
import { layersByDomain } from '../layers/layers-by-domain.ts';

/** Coverage as layers, those of one domain together. */
export function coverageLayersOf(
  reading: Reading,
  answer: Pick<CoverageShowAnswer, 'scope'>,
  techniques: readonly TechniqueCoverage[],
): readonly Layer[] {
  return layersByDomain(reading, (options) => coverageLayers(answer, techniques, options));
}

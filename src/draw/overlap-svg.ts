import type { OverlapAnswer } from '../answers/index.ts';
import { heatMapSvg } from './heat-map-svg.ts';
import { describeOverlap, sayBasis, MEASURE_NAMES } from './overlap-words.ts';

/** The overlap of groups as a heat map. */
export function overlapSvg(overlap: OverlapAnswer): string {
  const { groups, measure, ...tables } = overlap;
  return heatMapSvg({
    ...tables,
    title: 'Overlap of groups',
    lead: sayBasis(overlap),
    description: describeOverlap(overlap),
    names: groups.map(({ group }) => group.name),
    measure: MEASURE_NAMES[measure],
    held: 'techniques used',
  });
}

import type { SectorsAnswer } from '../answers/index.ts';
import { count } from '../text/index.ts';
import { heatMapSvg } from './heat-map-svg.ts';
import { BETWEEN_NAMES, SECTOR_MEASURE_NAMES, sayCompared, sayScope, saySupport } from './sectors-words.ts';

/** How alike sectors are as a heat map; without cells where more are compared than a table has room for. */
export function sectorsSvg(answer: SectorsAnswer): string {
  const { compared, similarity, measure } = answer;
  const names = similarity.length === 0 ? [] : compared.map(({ name }) => name);
  return heatMapSvg({
    title: `Overlap of ${answer.between}`,
    lead: [
      sayScope(answer.scope),
      saySupport(answer),
      ...(names.length < compared.length ? [`${sayCompared(answer)} are too many for a table.`] : []),
    ].join(' '),
    description: describeSectors(answer),
    names,
    similarity,
    shared: answer.shared,
    clusters: names.length === 0 ? [] : answer.clusters.map(({ members }) => members),
    measure: SECTOR_MEASURE_NAMES[measure],
    held: 'techniques present',
  });
}

/** What the matrix shows, in words. */
export function describeSectors(answer: SectorsAnswer): string {
  const {
    compared,
    pairs: [first],
    pairsAtThreshold,
    threshold,
    clusters,
  } = answer;
  const nameAt = (place: number): string => compared[place]?.name ?? '';
  const most =
    first === undefined
      ? ''
      : ` The most alike are ${nameAt(first.left)}${BETWEEN_NAMES}${nameAt(first.right)}.`;
  return `${sayCompared(answer)} compared with each other; ${count(pairsAtThreshold, 'pair')} at ${threshold} or more, in ${count(clusters.length, 'cluster')}.${most}`;
}

import type { SectorsAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { idCell, rounded, shareCell } from '../words.ts';

/** The pairs, each with each, the techniques with their shares, clusters, tactics and months. */
export function sectorsTables(answer: SectorsAnswer): readonly DataTable[] {
  const { compared, pairs, clusters } = answer;
  const idAt = (place: number): string => compared[place]?.id ?? '';
  return [
    dataTable('Pairs', pairs, {
      left: ({ left }) => idAt(left),
      right: ({ right }) => idAt(right),
      similarity: ({ similarity }) => rounded(similarity),
      low: ({ low }) => low && rounded(low),
      high: ({ high }) => high && rounded(high),
      shared: ({ shared }) => shared,
      expected: ({ expected }) => rounded(expected),
      'log10 p': ({ log10p }) => rounded(log10p),
    }),
    sectorsMatrixTable(answer),
    dataTable('Compared', compared, {
      id: ({ id }) => id,
      name: ({ name }) => name,
      sightings: ({ sightings }) => sightings,
      organisations: ({ organisations }) => organisations,
      'by counts alone': ({ aggregated }) => (aggregated ? 'yes' : 'no'),
      'techniques present': ({ techniques }) => techniques,
      'seen at all': ({ seen }) => seen,
    }),
    sectorsPivotTable(answer),
    dataTable(
      'Clusters',
      clusters.flatMap((cluster, index) =>
        cluster.techniques.map((row) => ({ ...row, cluster, number: index + 1 })),
      ),
      {
        cluster: ({ number }) => number,
        of: ({ cluster }) => cluster.members.map(idAt).join('; '),
        technique: ({ technique }) => idCell(technique),
        name: ({ technique }) => technique.name,
        members: ({ members }) => members,
        outside: ({ outside }) => outside,
        'set apart': ({ setApart }) => (setApart ? 'yes' : 'no'),
      },
    ),
    dataTable('Tactics', answer.tactics, {
      tactic: ({ tactic }) => tactic.name,
      techniques: ({ techniques }) => techniques,
      'mean similarity': ({ mean }) => mean && rounded(mean),
    }),
    dataTable('Months', answer.months, {
      month: ({ month }) => month,
      sightings: ({ sightings }) => sightings,
      compared: ({ compared: enough }) => enough,
      'mean similarity': ({ mean }) => mean && rounded(mean),
      pairs: ({ pairs: near }) => near,
    }),
  ];
}

/** How alike each is to each: a row and a column for each. */
export function sectorsMatrixTable({ compared, similarity }: SectorsAnswer): DataTable {
  return {
    name: 'Matrix',
    heads: ['id', ...compared.slice(0, similarity.length).map(({ id }) => id)],
    rows: similarity.map((row, place) => [compared[place]?.id ?? '', ...row.map(rounded)]),
  };
}

/** The share of every technique in the sightings where it is present: a row for each technique, a column for each that is compared. */
export function sectorsPivotTable({ compared, techniques }: SectorsAnswer): DataTable {
  return {
    name: 'Techniques',
    heads: ['technique', 'name', ...(techniques.length === 0 ? [] : compared.map(({ id }) => id))],
    rows: techniques.map(({ technique, at }) => {
      const shares = new Map(at.map(({ place, share }) => [place, shareCell(share)]));
      return [idCell(technique), technique.name, ...compared.map((_, place) => shares.get(place))];
    }),
  };
}

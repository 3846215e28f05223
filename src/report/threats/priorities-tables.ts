import type { Gap, PrioritiesAnswer, Priority } from '../../answers/index.ts';
import { feedsAnalytics } from '../../threat/index.ts';
import { dataTable, type Columns, type DataTable } from '../../render/index.ts';
import { fileName } from '../../text/index.ts';
import { capital, logSourcesOf, platformsOf, sayLabels, shareCell, thingColumns } from '../words.ts';
import { rounded } from './expect-tables.ts';
import { WATCH_LEFT, watchData } from './watch-table.ts';

const COLUMNS: Columns<Priority> = {
  ...thingColumns('defence', 'id'),
  effect: ({ effect }) => shareCell(effect),
  'expectation addressed': ({ addressed }) => rounded(addressed),
  step: ({ order }) => order,
  adds: ({ adds }) => shareCell(adds),
  'so far': ({ together }) => shareCell(together),
  techniques: ({ techniques }) => techniques.length,
  for: ({ techniques }) =>
    sayLabels(
      techniques.map(({ technique }) => technique),
      '; ',
    ),
  platforms: ({ analytics }) => platformsOf(analytics).join('; '),
  'log sources': ({ analytics }) => logSourcesOf(analytics).join('; '),
};

/** Of what feeds analytics: itself, what these see by platform, and which they are. */
const FED: Columns<Priority> = {
  'by platform': ({ platforms }) =>
    platforms.map(({ platform, effect }) => `${platform} ${rounded(effect)}`).join('; '),
  analytics: ({ analytics }) =>
    sayLabels(
      analytics.map(({ analytic }) => analytic),
      '; ',
    ),
};

/**
 * What to do as tables: all defences, kind by kind; for each kind its defences and what none of them answers; what was
 * taken off. Several values of a cell are separated by `; `.
 */
export function prioritiesTables({ rankings, takenOff }: PrioritiesAnswer): readonly DataTable[] {
  const all = rankings.flatMap(({ kind, defences }) => defences.map((row) => ({ kind, ...row })));
  return [
    dataTable('All', all, { kind: ({ kind }) => kind, ...COLUMNS }),
    ...rankings.flatMap(({ kind, defences, unanswered, watch }) => [
      dataTable(capital(kind), defences, feedsAnalytics(kind) ? { ...COLUMNS, ...FED } : COLUMNS),
      dataTable(`Without ${kind}`, unanswered, {
        ...thingColumns('technique'),
        'expectation left': ({ left }) => shareCell(left),
      }),
      ...(kind === 'mitigations' ? [watchData(watch, WATCH_LEFT)] : []),
    ]),
    takenOffData(takenOff),
  ];
}

/** Techniques of which something was taken off, and why. */
export function takenOffData(takenOff: readonly Gap[]): DataTable {
  return dataTable('Taken off', takenOff, {
    ...thingColumns('technique'),
    expectation: ({ expectation }) => shareCell(expectation),
    left: ({ left }) => shareCell(left),
    coverage: ({ coverage }) => coverage && shareCell(coverage.level),
    'given as': ({ coverage }) => coverage?.from,
    file: ({ coverage }) => coverage && fileName(coverage.file),
    mitigations: ({ mitigations }) => sayLabels(mitigations, '; '),
  });
}

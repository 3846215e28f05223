import type { Gap, PrioritiesAnswer, Priority } from '../../answers/index.ts';
import { dataTable, type Columns, type DataTable } from '../../render/index.ts';
import { fileName } from '../../text/index.ts';
import { capital, logSourcesOf, platformsOf, sayLabels, thingColumns } from '../words.ts';
import { rounded } from './expect-tables.ts';

const COLUMNS: Columns<Priority> = {
  ...thingColumns('defence', 'id'),
  effect: ({ effect }) => rounded(effect),
  'expectation addressed': ({ addressed }) => rounded(addressed),
  step: ({ order }) => order,
  adds: ({ adds }) => rounded(adds),
  techniques: ({ techniques }) => techniques.length,
  for: ({ techniques }) =>
    sayLabels(
      techniques.map(({ technique }) => technique),
      '; ',
    ),
  platforms: ({ analytics }) => platformsOf(analytics).join('; '),
  'log sources': ({ analytics }) => logSourcesOf(analytics).join('; '),
};

/**
 * What to do as tables: all defences, kind by kind; for each kind its defences and what none of them answers; what was
 * taken off. Several values of a cell are separated by `; `.
 */
export function prioritiesTables({ rankings, takenOff }: PrioritiesAnswer): readonly DataTable[] {
  const all = rankings.flatMap(({ kind, defences }) => defences.map((row) => ({ kind, ...row })));
  return [
    dataTable('All', all, { kind: ({ kind }) => kind, ...COLUMNS }),
    ...rankings.flatMap(({ kind, defences, unanswered }) => [
      dataTable(capital(kind), defences, COLUMNS),
      dataTable(`Without ${kind}`, unanswered, {
        ...thingColumns('technique'),
        'expectation left': ({ left }) => rounded(left),
      }),
    ]),
    takenOffData(takenOff),
  ];
}

/** Techniques of which something was taken off, and why. */
export function takenOffData(takenOff: readonly Gap[]): DataTable {
  return dataTable('Taken off', takenOff, {
    ...thingColumns('technique'),
    expectation: ({ expectation }) => rounded(expectation),
    left: ({ left }) => rounded(left),
    coverage: ({ coverage }) => coverage && rounded(coverage.level),
    'given as': ({ coverage }) => coverage?.from,
    file: ({ coverage }) => coverage && fileName(coverage.file),
    mitigations: ({ mitigations }) => sayLabels(mitigations, '; '),
  });
}

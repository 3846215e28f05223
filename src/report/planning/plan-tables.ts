import type { OpenTechnique, PlanAnswer } from '../../answers/index.ts';
import { dataTable, type Columns, type DataTable } from '../../render/index.ts';
import { rounded } from '../threats/expect-tables.ts';
import { takenOffData } from '../threats/priorities-tables.ts';
import { WATCH_LEFT, watchData } from '../threats/watch-table.ts';
import { sayLabels, shareCell, thingColumns } from '../words.ts';

/**
 * A plan as tables: its steps; why each of them (a row for each technique that it answers); techniques that nothing addresses, and
 * those that the plan leaves open; what was taken off. Several values of a cell are separated by `; `.
 */
export function planTables({ lines, unanswered, beyond, watch, takenOff }: PlanAnswer): readonly DataTable[] {
  return [
    dataTable('Plan', lines, {
      step: ({ order }) => order,
      ...thingColumns('thing', 'id'),
      kind: ({ kind }) => kind,
      cost: ({ cost }) => cost,
      spent: ({ spent }) => rounded(spent),
      adds: ({ adds }) => shareCell(adds),
      'so far': ({ together }) => shareCell(together),
      alone: ({ alone }) => shareCell(alone),
      techniques: ({ techniques }) => techniques.length,
      for: ({ techniques }) =>
        sayLabels(
          techniques.map(({ technique }) => technique),
          '; ',
        ),
    }),
    dataTable(
      'Why',
      lines.flatMap(({ order, thing, techniques }) => techniques.map((each) => ({ order, thing, ...each }))),
      {
        step: ({ order }) => order,
        thing: ({ thing }) => thing.label || thing.name,
        relation: ({ relation }) => relation,
        technique: ({ technique }) => technique.label || technique.id,
        'technique name': ({ technique }) => technique.name,
        value: ({ value }) => value,
        share: ({ share }) => shareCell(share),
        adds: ({ adds }) => shareCell(adds),
        left: ({ left }) => shareCell(left),
        through: ({ through }) => sayLabels(through, '; '),
        because: ({ caveat }) => caveat?.sentence,
      },
    ),
    dataTable('Nothing addresses', unanswered, OPEN),
    dataTable('Left open', beyond, OPEN),
    watchData(watch, WATCH_LEFT),
    takenOffData(takenOff),
  ];
}

const OPEN: Columns<OpenTechnique> = {
  ...thingColumns('technique'),
  left: ({ left }) => shareCell(left),
  open: ({ open }) => shareCell(open),
  'said so by': ({ statedBy }) => sayLabels(statedBy, '; '),
};

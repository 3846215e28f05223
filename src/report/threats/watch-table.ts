import type { NotPreventable, Watched } from '../../answers/index.ts';
import { dataTable, type Columns, type DataTable } from '../../render/index.ts';
import { shareCell, thingColumns } from '../words.ts';

/** Techniques that are not prevented, by the words of their source, with what else is known of each. */
export function watchData<Row extends Watched>(watch: readonly Row[], more: Columns<Row> = {}): DataTable {
  return dataTable('Watch', watch, {
    ...thingColumns('technique'),
    ...more,
    named: ({ mitigation }) => mitigation.label || mitigation.name,
    sentence: ({ sentence }) => sentence,
  });
}

/** What is left of the expectation of techniques to be watched. */
export const WATCH_LEFT: Columns<NotPreventable> = { 'expectation left': ({ left }) => shareCell(left) };

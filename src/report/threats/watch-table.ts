import type { NotPreventable } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { rounded, thingColumns } from '../words.ts';

/** Techniques that cannot be prevented, by the words of their source. */
export function watchData(watch: readonly NotPreventable[]): DataTable {
  return dataTable('Watch', watch, {
    ...thingColumns('technique'),
    'expectation left': ({ left }) => rounded(left),
    named: ({ mitigation }) => mitigation.label || mitigation.name,
    sentence: ({ sentence }) => sentence,
  });
}

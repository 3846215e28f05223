import type { CompareAnswer, ComparedTechnique, ComparedUse } from '../../answers/index.ts';
import type { DataTable } from '../../render/index.ts';
import { idCell } from '../words.ts';

/**
 * A comparison as a table: a row for each technique under each of its tactics, a column for each group holding `direct`, `derived`
 * or nothing. A parent's `rolled up` says how many groups use it or a sub-technique of it; it is empty for sub-techniques.
 */
export function compareTables({ groups, tactics }: CompareAnswer): readonly DataTable[] {
  return [
    {
      name: 'Comparison',
      heads: ['tactic', 'technique', 'name', ...groups.map(({ group }) => group.name), 'groups', 'rolled up'],
      rows: tactics.flatMap(({ tactic, techniques }) =>
        techniques.flatMap((block) => blockRows(tactic.name, block)),
      ),
    },
  ];
}

function blockRows(tactic: string, block: ComparedTechnique): DataTable['rows'] {
  const { technique, uses, using, groups, subtechniques } = block;
  return [
    [tactic, idCell(technique), technique.name, ...uses.map(useCell), using, groups],
    ...subtechniques.map((each) => [
      tactic,
      idCell(each.technique),
      each.technique.name,
      ...each.uses.map(useCell),
      each.groups,
    ]),
  ];
}

function useCell(use: ComparedUse): string | undefined {
  return use === 'none' ? undefined : use;
}

import type { ComparedTechnique, GroupComparison } from '../../analysis/index.ts';
import { csv } from '../../render/index.ts';
import type { CsvValue } from '../../render/index.ts';

/**
 * A comparison as CSV: a row for each technique under each of its tactics, a column for each group holding `direct`, `derived`
 * or nothing. A parent's `rolled up` says how many groups use it or a sub-technique of it; it is empty for sub-techniques.
 */
export function compareCsv({ groups, tactics }: GroupComparison): string {
  const heads = [
    'tactic',
    'technique',
    'name',
    ...groups.map(({ group }) => group.name),
    'groups',
    'rolled up',
  ];
  const rows = tactics.flatMap(({ tactic, techniques }) =>
    techniques.flatMap((block) => blockRows(tactic.name, block)),
  );
  return csv(heads, rows);
}

function blockRows(tactic: string, block: ComparedTechnique): readonly (readonly CsvValue[])[] {
  const { technique, uses, groups, subtechniques } = block;
  const using = uses.filter((use) => use !== undefined).length;
  return [
    [tactic, technique.label || technique.id, technique.name, ...uses, using, groups],
    ...subtechniques.map((each) => [
      tactic,
      each.technique.label || each.technique.id,
      each.technique.name,
      ...each.uses,
      each.groups,
    ]),
  ];
}

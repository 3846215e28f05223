import type { KnowledgeView } from '../../knowledge/index.ts';

/** STIX ids of the tactics that each live technique serves, by its STIX id. */
export function tacticsByTechnique({
  catalogue,
  facts,
}: KnowledgeView): ReadonlyMap<string, ReadonlySet<string>> {
  const tactics = new Map<string, Set<string>>();
  const { columns, size } = facts.relations.get('in-tactic') ?? { columns: [], size: 0 };
  for (let row = 0; row < size; row++) {
    const technique = catalogue.id(columns[0]?.[row] ?? -1);
    const served = tactics.get(technique) ?? new Set<string>();
    served.add(catalogue.id(columns[1]?.[row] ?? -1));
    tactics.set(technique, served);
  }
  return tactics;
}

import { eachReported } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';

/** STIX ids of the tactics that each live technique serves, by its STIX id. */
export function tacticsByTechnique({
  catalogue,
  facts,
}: KnowledgeView): ReadonlyMap<string, ReadonlySet<string>> {
  const tactics = new Map<string, Set<string>>();
  eachReported(facts, 'in-tactic', (technique, tactic) => {
    const id = catalogue.id(technique);
    tactics.set(id, (tactics.get(id) ?? new Set()).add(catalogue.id(tactic)));
  });
  return tactics;
}

import { mention, tacticsInOrder, type TacticTechniques } from '../../analysis/index.ts';
import type { Mention } from '../../answers/index.ts';
import { eachReported } from '../../facts/index.ts';
import type { KnowledgeView } from '../../knowledge/index.ts';
import { typesOf, type KindName } from '../../threat/index.ts';

/** Finds things of a kind by their ATT&CK ids; what no release in view has is named by its id. */
export function namesById({ catalogue }: KnowledgeView, kind: KindName): (id: string) => Mention {
  const terms = new Map(catalogue.ofType(typesOf(kind)).map((term) => [catalogue.label(term), term]));
  return (id) => {
    const term = terms.get(id);
    return term === undefined ? { id, type: 'string', name: id, label: '' } : mention(catalogue, term);
  };
}

/** Tactics in view with their techniques, in the order of the matrices. */
export function tacticsWithTechniques(view: KnowledgeView): readonly TacticTechniques[] {
  const { catalogue } = view;
  const served = new Map<number, Set<string>>(tacticsInOrder(view).map((tactic) => [tactic, new Set()]));
  eachReported(view.facts, 'in-tactic', (technique, tactic) => {
    served.get(tactic)?.add(catalogue.label(technique));
  });
  return [...served].map(([tactic, techniques]) => ({
    tactic: mention(catalogue, tactic),
    has: (id) => techniques.has(id),
  }));
}

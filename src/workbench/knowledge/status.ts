import type { StatusAnswer } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { KnowledgeBase, Selection } from '../../knowledge/index.ts';
import { loadedSources } from './sources.ts';

/** Counts of everything, without evaluating a rule. */
export function statusOf(base: KnowledgeBase, selection: Selection = {}): StatusAnswer {
  const view = base.view(selection);
  return {
    loaded: loadedSources(base, selection),
    objects: view.census(),
    facts: [...view.facts.relations.values()]
      .map(({ name, size }) => ({ relation: name, count: size }))
      .toSorted((left, right) => right.count - left.count || compareText(left.relation, right.relation)),
  };
}

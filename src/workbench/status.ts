import type { Source } from '../facts/index.ts';
import {
  standingOf,
  type KnowledgeBase,
  type Selection,
  type Standing,
  type TypeCount,
} from '../knowledge/index.ts';

/** What is loaded, and what of it is in view. */
export interface Status {
  readonly sources: readonly (Source & { readonly inView: boolean; readonly standing: Standing })[];
  /** Objects in view by STIX type. */
  readonly objects: readonly TypeCount[];
  /** Told facts in view by relation. */
  readonly facts: readonly { readonly relation: string; readonly count: number }[];
}

/** Counts of everything, without evaluating a rule. */
export function statusOf(base: KnowledgeBase, selection: Selection = {}): Status {
  const view = base.view(selection);
  return {
    sources: standingOf(base.sources(), selection).map((source) => ({
      ...source,
      inView: source.standing === 'in-view',
    })),
    objects: view.census(),
    facts: [...view.facts.relations.values()]
      .map(({ name, size }) => ({ relation: name, count: size }))
      .toSorted((left, right) => right.count - left.count || (left.relation < right.relation ? -1 : 1)),
  };
}

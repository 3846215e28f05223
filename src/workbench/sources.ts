import type { Source } from '../facts/index.ts';
import { standingOf, type KnowledgeBase, type Selection, type Standing } from '../knowledge/index.ts';

/** Every source that is loaded. */
export interface SourcesAnswer {
  readonly sources: readonly ListedSource[];
}

/** A source with the number by which it can be called, and whether it is answered from. */
export interface ListedSource extends Source {
  /** In order of loading, from 1; changes when one before it is forgotten. */
  readonly number: number;
  readonly standing: Standing;
}

/** The sources in order of loading. No view is opened, so that it answers where none can be built. */
export function listSources(base: KnowledgeBase, selection: Selection = {}): SourcesAnswer {
  return {
    sources: standingOf(base.sources(), selection).map((source, index) => ({ number: index + 1, ...source })),
  };
}

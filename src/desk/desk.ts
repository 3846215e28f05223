import type { Known } from './known-facts.ts';
import type { Source } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import type { Model } from '../reasoning/index.ts';

/** What answers are given from: a view of the stored knowledge, and what the rules derive from it. */
export interface Desk extends Reading {
  readonly model: Model;
}

/** What answers that need no rules are given from. */
export interface Reading {
  readonly view: KnowledgeView;
  /** The day to answer as of where none is asked about. Default: when the knowledge in view was last changed. */
  readonly day?: string;
}

/** Reported and derived facts, as analyses read them. */
export function knownTo({ view, model }: Desk): Known {
  return { catalogue: view.catalogue, facts: model };
}

/** Reported facts alone, as analyses read them. */
export function reportedIn({ view }: Reading): Known {
  return { catalogue: view.catalogue, facts: { relation: (name) => view.facts.relations.get(name) } };
}

/** Copyright and licence statements of sources, each once; whoever shows their text shows these. */
export function noticesOfSources(sources: readonly Pick<Source, 'statements'>[]): readonly string[] {
  return [...new Set(sources.flatMap(({ statements }) => statements))].toSorted();
}

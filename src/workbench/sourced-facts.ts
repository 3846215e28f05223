import type { SourcedFacts } from '../analysis/index.ts';
import type { Desk } from '../desk/index.ts';
import { keptFor } from '../text/index.ts';
import { type Evidence } from '../facts/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';
import { evidenceAt } from './read-evidence.ts';

/** Evidence read so far of each view, which never changes: one question after another opens the same objects. */
const readOf = keptFor((_view: KnowledgeView) => new Map<number, Evidence>());

/** What profiles are made from: a view of the stored knowledge, and the same with what rules derive. */
export function sourcedFactsOf({ view, model }: Desk): SourcedFacts {
  const read = readOf(view);
  return {
    catalogue: view.catalogue,
    facts: model,
    model,
    reported: view.facts,
    object: (stored) => view.object(stored),
    evidence(stored) {
      const evidence = read.get(stored) ?? evidenceAt(view, stored);
      read.set(stored, evidence);
      return evidence;
    },
  };
}

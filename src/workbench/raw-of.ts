import type { KnowledgeView } from '../knowledge/index.ts';
import type { Raw } from '../stix/index.ts';

/** The object that says what a thing is, as its source has it; an empty one where none does. */
export function rawOf(view: KnowledgeView, term: number): Raw {
  const { stored } = view.catalogue.entry(term);
  return stored === undefined ? {} : view.object(stored).raw;
}

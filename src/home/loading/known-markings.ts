import { lazily } from '../../text/index.ts';
import { levelMeant, type MarkingLookup } from '../../stix/index.ts';
import type { KnowledgeBase } from '../../knowledge/index.ts';

/** What the marking objects that are loaded already mean: a report may bear a marking that another delivery defines. */
export function markingsKnownIn(knowledge: KnowledgeBase): MarkingLookup {
  const view = lazily(() => knowledge.view());
  const known = new Map<string, ReturnType<MarkingLookup>>();
  return (id) => {
    if (!known.has(id)) {
      const [newest] = id.startsWith('marking-definition--') ? view().versions(id) : [];
      known.set(id, newest === undefined ? undefined : levelMeant(newest.raw));
    }
    return known.get(id);
  };
}

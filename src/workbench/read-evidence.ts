import type { Evidence } from '../facts/index.ts';
import { readEvidence, referredBy, type Raw } from '../stix/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';

/**
 * The evidence of a reported fact, from the object that states it: the claimant by name, where the view knows the identity, and the
 * ids under which it was reported, where those have been replaced since.
 */
export function evidenceAt(view: KnowledgeView, stored: number): Evidence {
  const object = view.object(stored);
  const evidence = readEvidence(object);
  const { claimant } = evidence;
  const reportedAs = replacedIn(view, object.raw);
  return {
    ...evidence,
    ...(claimant === undefined ? {} : { claimant: claimantNamed(view, claimant) }),
    ...(reportedAs.length === 0 ? {} : { reportedAs }),
  };
}

/** What an object refers to that has been replaced since. */
function replacedIn({ catalogue }: KnowledgeView, raw: Raw): readonly string[] {
  return referredBy(raw).flatMap((id) => {
    const term = catalogue.termOf(id);
    if (term === undefined || !catalogue.isWithdrawn(term)) return [];
    const successor = catalogue.successor(term);
    if (successor === undefined || catalogue.isWithdrawn(successor)) return [];
    return [catalogue.label(term) || catalogue.id(term)];
  });
}

/** A claimant by name, where the view knows the identity; otherwise as the source has it. */
export function claimantNamed({ catalogue }: KnowledgeView, claimant: string): string {
  const identity = claimant.startsWith('identity--') ? catalogue.termOf(claimant) : undefined;
  return identity === undefined ? claimant : catalogue.name(identity);
}

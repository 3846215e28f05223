import type { Evidence } from '../facts/index.ts';
import { readEvidence } from '../intake/index.ts';
import type { KnowledgeView } from '../knowledge/index.ts';

/** Why a told fact is believed, from the object that tells it; a claimant by name, where the view knows the identity. */
export function evidenceAt(view: KnowledgeView, stored: number): Evidence {
  const evidence = readEvidence(view.object(stored));
  const { claimant } = evidence;
  return claimant === undefined ? evidence : { ...evidence, claimant: claimantNamed(view, claimant) };
}

/** A claimant by name, where the view knows the identity; otherwise as told. */
export function claimantNamed({ catalogue }: KnowledgeView, claimant: string): string {
  const identity = claimant.startsWith('identity--') ? catalogue.termOf(claimant) : undefined;
  return identity === undefined ? claimant : catalogue.name(identity);
}

import type { Ground } from '../../answers/index.ts';
import type { Evidence } from '../../facts/index.ts';
import { sayTerm } from '../mention.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { sayTrait } from '../threats/say-trait.ts';
import type { SeenDate } from './activity.ts';
import type { Reporting } from './reporting.ts';
import { SUBJECT_LINKS, type TraitClaim, type ClaimSubject } from './trait.ts';

/** A claim with its evidence opened. */
export function claimGround(sourced: SourcedFacts, claim: TraitClaim): Ground {
  return reportedGround(sourced, claim, sayTrait(claim.kind, claim.value), claim.strength);
}

/** A date of a group's activity with its evidence opened. */
export function dateGround(sourced: SourcedFacts, seen: SeenDate): Ground {
  return reportedGround(sourced, seen, `${seen.end} seen ${seen.date}`, seen.subject.trust);
}

function reportedGround(
  sourced: SourcedFacts,
  { stored, subject, confidence, extractedBy }: Reporting & { readonly subject: ClaimSubject },
  label: string,
  strength: number,
): Ground {
  const { by, sentence, citations } = evidenceGround(sourced.evidence(stored), label);
  return { label, by, sentence, via: viaOf(sourced, subject), strength, confidence, extractedBy, citations };
}

/** A piece of evidence as a ground that holds fully for the group. */
export function evidenceGround(evidence: Evidence, label: string): Ground {
  const { source, claimant, sentence, confidence = '', citations } = evidence;
  const by = claimant === undefined ? source.name : `${claimant}, in ${source.name}`;
  return { label, by, sentence, via: '', strength: 1, confidence, extractedBy: '', citations };
}

function viaOf({ catalogue }: SourcedFacts, subject: ClaimSubject): string {
  if (subject.by === 'itself') return '';
  const row = SUBJECT_LINKS.find(({ by }) => by === subject.by);
  const through = subject.through.length === 0 ? '' : ` (${subject.through.join(', ')})`;
  return `${row?.label ?? subject.by}: ${sayTerm(catalogue, subject.term)}${through}`;
}

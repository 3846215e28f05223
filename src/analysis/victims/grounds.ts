import type { Ground } from '../../answers/index.ts';
import type { Evidence } from '../../facts/index.ts';
import { sayMention } from '../../answers/index.ts';
import { mention } from '../mention.ts';
import type { Testimony } from '../profile/testimony.ts';
import { sayTrait } from '../threats/say-trait.ts';
import type { SeenDate } from './activity.ts';
import type { Telling } from './telling.ts';
import { VOICES, type TraitClaim, type Voice } from './trait.ts';

/** A claim with its evidence opened. */
export function claimGround(testimony: Testimony, claim: TraitClaim): Ground {
  return reportedGround(testimony, claim, sayTrait(claim.kind, claim.value), claim.strength);
}

/** A date of a group's activity with its evidence opened. */
export function dateGround(testimony: Testimony, seen: SeenDate): Ground {
  return reportedGround(testimony, seen, `${seen.end} seen ${seen.date}`, seen.voice.trust);
}

function reportedGround(
  testimony: Testimony,
  { stored, voice, confidence, extractedBy }: Telling & { readonly voice: Voice },
  label: string,
  strength: number,
): Ground {
  const { by, sentence, citations } = evidenceGround(testimony.evidence(stored), label);
  return { label, by, sentence, via: viaOf(testimony, voice), strength, confidence, extractedBy, citations };
}

/** A piece of evidence as a ground that holds fully for the group. */
export function evidenceGround(evidence: Evidence, label: string): Ground {
  const { source, claimant, sentence, confidence = '', citations } = evidence;
  const by = claimant === undefined ? source.name : `${claimant}, in ${source.name}`;
  return { label, by, sentence, via: '', strength: 1, confidence, extractedBy: '', citations };
}

function viaOf({ catalogue }: Testimony, voice: Voice): string {
  if (voice.by === 'itself') return '';
  const row = VOICES.find(({ by }) => by === voice.by);
  const through = voice.through.length === 0 ? '' : ` (${voice.through.join(', ')})`;
  return `${row?.says ?? voice.by}: ${sayMention(mention(catalogue, voice.term))}${through}`;
}

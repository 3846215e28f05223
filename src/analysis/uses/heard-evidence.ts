import type { Evidence } from '../../facts/index.ts';
import { evidenceOf, termsOf } from '../profile/testimony.ts';
import type { Testimony, ToldFact } from '../profile/testimony.ts';
import { latestDay } from '../score/evidence-date.ts';
import type { Hearing } from '../victims/victimology.ts';

/**
 * What tells a fact, without what is not to be heard: tellings of hidden sources, documents that are hidden or were
 * published later than anything may be known. A telling that cites documents is left out with the last of them.
 */
export function heardEvidence(testimony: Testimony, fact: ToldFact, hearing: Hearing): readonly Evidence[] {
  const told = evidenceOf(testimony, fact);
  if (hearsAll(hearing)) return told;
  const speaker = termsOf(testimony, fact)[0] ?? -1;
  return told.flatMap((evidence) => heard(evidence, speaker, hearing));
}

/** Whether nothing is left out. */
export function hearsAll({ hears, until }: Hearing): boolean {
  return hears === undefined && until === undefined;
}

function heard(
  evidence: Evidence,
  speaker: number,
  { hears = () => true, until }: Hearing,
): readonly Evidence[] {
  const { source, claimant, extractedBy, citations, firstSeen, sentence } = evidence;
  const saying = {
    source: source.id,
    speaker,
    sentence,
    ...(claimant === undefined ? {} : { claimant }),
    ...(extractedBy === undefined ? {} : { extractedBy }),
  };
  if (!hears(saying)) return [];
  if (until !== undefined && firstSeen !== undefined && firstSeen.slice(0, 10) > until) return [];
  const left = citations.filter(
    ({ name, published }) =>
      hears({ ...saying, documents: [name] }) &&
      (until === undefined || published === undefined || latestDay(published) <= until),
  );
  return citations.length > 0 && left.length === 0 ? [] : [{ ...evidence, citations: left }];
}

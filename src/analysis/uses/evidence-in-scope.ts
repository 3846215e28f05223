import { defined } from '../../text/index.ts';
import type { Evidence, ReportedFact } from '../../facts/index.ts';
import { evidenceOf, termsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { latestDay } from '../score/evidence-date.ts';
import type { EvidenceScope } from '../victims/victimology.ts';

/**
 * The evidence of a fact that is in scope: without that of hidden sources, and without documents that are hidden or were
 * published later than anything may be known. Evidence that cites documents is left out with the last of them.
 */
export function evidenceInScope(
  sourced: SourcedFacts,
  fact: ReportedFact,
  scope: EvidenceScope,
): readonly Evidence[] {
  const all = evidenceOf(sourced, fact);
  if (isUnlimited(scope)) return all;
  const subject = termsOf(sourced, fact)[0] ?? -1;
  return all.flatMap((evidence) => withoutHidden(evidence, subject, scope));
}

/** Whether nothing is left out. */
export function isUnlimited({ admits, until }: EvidenceScope): boolean {
  return admits === undefined && until === undefined;
}

function withoutHidden(
  evidence: Evidence,
  subject: number,
  { admits = () => true, until }: EvidenceScope,
): readonly Evidence[] {
  const { source, claimant, extractedBy, citations, firstSeen, sentence } = evidence;
  const provenance = { source: source.id, subject, sentence, ...defined({ claimant, extractedBy }) };
  if (!admits(provenance)) return [];
  if (until !== undefined && firstSeen !== undefined && firstSeen.slice(0, 10) > until) return [];
  const left = citations.filter(
    ({ name, published }) =>
      admits({ ...provenance, documents: [name] }) &&
      (until === undefined || published === undefined || latestDay(published) <= until),
  );
  return citations.length > 0 && left.length === 0 ? [] : [{ ...evidence, citations: left }];
}

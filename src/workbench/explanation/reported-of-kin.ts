import { ADVERSARY_TYPES, namedTerm, traitsOf, SUBJECT_LINKS, sayTerm } from '../../analysis/index.ts';
import type { TraitClaim } from '../../analysis/index.ts';
import type { FactRef } from '../../reasoning/index.ts';
import type { Desk } from '../../desk/index.ts';
import { sourcedFactsOf } from '../sourced-facts.ts';
import { victimsKnown } from '../groups/victims-known.ts';

/** Facts that are reported not of an adversary itself, but of things whose claims count for it. */
export interface ReportedOfKin {
  readonly facts: readonly FactRef[];
  /** What each is reported of, and why that counts. */
  readonly notes: readonly string[];
}

/** Facts that are shown at most. */
const MOST_FACTS = 5;

/**
 * What is reported of an adversary's entries in other sources and of its campaigns about a victim, a motive or an origin: what
 * `victims` answers from. The most trusted first.
 */
export function reportedOfKin(
  desk: Desk,
  one: number,
  other: number,
  relation: string | undefined,
): ReportedOfKin {
  const { catalogue } = desk.view;
  const isAdversary = (term: number): boolean => ADVERSARY_TYPES.includes(catalogue.entry(term).type);
  const [adversary, thing] = isAdversary(one) ? [one, other] : [other, one];
  if (!isAdversary(adversary) || isAdversary(thing)) return { facts: [], notes: [] };
  const named = namedTerm(sourcedFactsOf(desk), thing);
  const isMeant = (claim: TraitClaim): boolean =>
    (relation ?? claim.relation) === claim.relation &&
    traitsOf(claim.relation, named).some(({ kind, value }) => kind === claim.kind && value === claim.value);
  const claims = firstOfEach(victimsKnown(desk, adversary).claims.filter(isMeant)).slice(0, MOST_FACTS);
  return {
    facts: claims.map((claim) => ({ relation: claim.relation, row: claim.row })),
    notes: [...new Set(claims.map((claim) => sayClaimSubject(desk, adversary, claim)))],
  };
}

/** Several sources may report one fact. */
function firstOfEach(claims: readonly TraitClaim[]): readonly TraitClaim[] {
  const facts = new Map(claims.toReversed().map((claim) => [`${claim.relation} ${claim.row}`, claim]));
  return [...facts.values()].toReversed();
}

function sayClaimSubject({ view }: Desk, adversary: number, { subject }: TraitClaim): string {
  const label = SUBJECT_LINKS.find(({ by }) => by === subject.by)?.label ?? subject.by;
  const named = (term: number): string => sayTerm(view.catalogue, term);
  const through = subject.through.length === 0 ? '' : `, ${subject.through.join(', ')}`;
  return `Counts for ${named(adversary)}: ${label} (${named(subject.term)}${through}).`;
}

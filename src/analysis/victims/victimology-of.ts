import type { ReportedFact } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { termsOf, reportedRowsOf, type SourcedFacts } from '../profile/sourced-facts.ts';
import { datesOf, reportsOf } from './activity.ts';
import { namedTerm, TRAIT_RELATIONS, traitsOf, type Trait } from './readings.ts';
import { reportingsOf } from './reporting.ts';
import { TRUST_IN_PROSE, TRUST_IN_STATUS, type TraitClaim, type ClaimSubject } from './trait.ts';
import type { GroupVictims, Victimology } from './victimology.ts';
import { claimSubjectsAround, claimSubjectsOf } from './claim-subjects.ts';

/**
 * What all sources in view say of every live group's victims, motives, origin and activity. Nothing is merged: two
 * sources that say the same are two claims, two that contradict each other stand side by side.
 */
export function victimologyOf(sourced: SourcedFacts): Victimology {
  const read = traitReader(sourced);
  return {
    groups: [...claimSubjectsOf(sourced)].map(([group, subjects]) =>
      victimsBy(sourced, group, subjects, read),
    ),
  };
}

/** The same of one adversary that is no group of ATT&CK's: another source's entry, or a campaign. */
export function victimsOfEntry(sourced: SourcedFacts, term: number): GroupVictims {
  return victimsBy(sourced, term, claimSubjectsAround(sourced, term), traitReader(sourced));
}

function victimsBy(
  sourced: SourcedFacts,
  group: number,
  subjects: readonly ClaimSubject[],
  read: TraitReader,
): GroupVictims {
  return {
    group,
    subjects,
    claims: subjects
      .flatMap((subject) => claimsOf(sourced, subject, read))
      .toSorted((one, other) => other.strength - one.strength),
    reports: reportsOf(sourced, subjects),
    dates: datesOf(sourced, subjects),
  };
}

type TraitReader = (relation: string, term: number) => readonly Trait[];

/** Reads every thing once, however many facts lead to it. */
function traitReader(sourced: SourcedFacts): TraitReader {
  const known = new Map<string, readonly Trait[]>();
  return (relation, term) => {
    const key = `${relation} ${term}`;
    const traits = known.get(key) ?? traitsOf(relation, namedTerm(sourced, term));
    known.set(key, traits);
    return traits;
  };
}

function claimsOf(sourced: SourcedFacts, subject: ClaimSubject, read: TraitReader): readonly TraitClaim[] {
  const isCampaign = typesOf('campaign').includes(sourced.catalogue.entry(subject.term).type);
  return (
    [...TRAIT_RELATIONS.keys()]
      // Where a campaign was run from is no claim about where the group is at home.
      .filter((relation) => !(isCampaign && relation === 'originates-from'))
      .flatMap((relation) =>
        reportedRowsOf(sourced, relation, subject.term).flatMap((row) => {
          const traits = read(relation, termsOf(sourced, { relation, row })[1] ?? -1);
          return traits.length === 0 ? [] : claimsReported(sourced, subject, { relation, row }, traits);
        }),
      )
  );
}

function claimsReported(
  sourced: SourcedFacts,
  subject: ClaimSubject,
  fact: ReportedFact,
  traits: readonly Trait[],
): readonly TraitClaim[] {
  return reportingsOf(sourced, fact).flatMap((reporting) => {
    const inWords = reporting.extractedBy === '' ? 1 : TRUST_IN_PROSE;
    const strength = subject.trust * inWords * (TRUST_IN_STATUS[reporting.status] ?? 1);
    return traits.map(({ kind, value }) => ({ ...reporting, ...fact, kind, value, subject, strength }));
  });
}

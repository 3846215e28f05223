import { ADVERSARY_TYPES } from '../identity/name-leads.ts';
import { hasType, type ReportedFact } from '../../facts/index.ts';
import { typesOf } from '../../threat/index.ts';
import { subjectsOf } from '../../desk/index.ts';
import { termsOf, reportedRowsOf, type SourcedFacts } from '../profile/sourced-facts.ts';

/** A reported use, and what is used. */
export interface ReportedUse {
  readonly fact: ReportedFact;
  readonly used: number;
}

/** What a user is reported to use, of some types. */
export function reportedUses(
  sourced: SourcedFacts,
  user: number,
  types: readonly string[],
): readonly ReportedUse[] {
  return reportedRowsOf(sourced, 'uses', user)
    .map((row) => {
      const fact = { relation: 'uses', row };
      return { fact, used: termsOf(sourced, fact)[1] ?? -1 };
    })
    .filter(({ used }) => hasType(sourced.catalogue, used, types));
}

/**
 * The leaves that report what the user or its campaigns did. What software can do is reported once for all users:
 * its date is not the day when this user did it.
 */
export function actsAmong(
  sourced: SourcedFacts,
  leaves: readonly ReportedFact[],
  user: number,
): readonly ReportedFact[] {
  return leaves.filter((leaf) => {
    const actor = termsOf(sourced, leaf)[0] ?? -1;
    return leaf.relation === 'uses' && (actor === user || hasType(sourced.catalogue, actor, ADVERSARY_TYPES));
  });
}

/** Campaigns attributed to a group. */
export function campaignTerms(sourced: SourcedFacts, group: number): readonly number[] {
  return subjectsOf(sourced, 'attributed-to', group).filter((term) =>
    hasType(sourced.catalogue, term, typesOf('campaign')),
  );
}

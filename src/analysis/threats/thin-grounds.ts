import { groupedBy } from '../../text/index.ts';
import type { ThinMatch } from '../../answers/index.ts';
import { mention } from '../mention.ts';
import type { SourcedFacts } from '../profile/sourced-facts.ts';
import { latestDay, yearsBefore } from '../score/evidence-date.ts';
import { claimGround } from '../victims/grounds.ts';
import type { TraitClaim } from '../victims/trait.ts';
import type { RankedGroup } from './rank-threats.ts';

/** Years after which a report is called old; as the score policy has it by default. */
const OLD_AFTER_YEARS = 5;

/** The matches of groups that one claimant alone makes, the old and undated ones first. That another source passes it on makes no second one. */
export function thinGrounds(
  sourced: SourcedFacts,
  groups: readonly RankedGroup[],
  asOf: string,
): readonly ThinMatch[] {
  const thin = groups.flatMap(({ group, factors }) =>
    factors.flatMap(({ factor, grounds }) =>
      singles(grounds.claims ?? []).map((claim) => ({ group, factor, claim, age: ageOf(claim, asOf) })),
    ),
  );
  // Other factors read the same claims again; the first one is enough.
  const seen = new Set<string>();
  return thin
    .filter(({ group, claim }) => {
      const key = `${group} ${claim.kind} ${claim.value}`;
      return seen.has(key) ? false : seen.add(key);
    })
    .toSorted((one, other) => AGES.indexOf(one.age) - AGES.indexOf(other.age))
    .map(({ group, factor, claim, age }) => {
      const { label, by } = claimGround(sourced, claim);
      const { published } = claim;
      return { group: mention(sourced.catalogue, group), factor, label, by, published, age };
    });
}

const AGES: readonly ThinMatch['age'][] = ['old', 'undated', 'recent'];

/** Of every value that only one claimant claims, that claim. */
function singles(claims: readonly TraitClaim[]): readonly TraitClaim[] {
  const values = groupedBy(claims, ({ kind, value }) => `${kind} ${value}`);
  return [...values.values()].flatMap((ofValue) => {
    const [first] = ofValue;
    const claimants = new Set(ofValue.map(({ countedAs }) => countedAs));
    return first !== undefined && claimants.size === 1 ? [first] : [];
  });
}

function ageOf({ published }: TraitClaim, asOf: string): ThinMatch['age'] {
  if (published === '') return 'undated';
  return latestDay(published) < yearsBefore(asOf, OLD_AFTER_YEARS) ? 'old' : 'recent';
}

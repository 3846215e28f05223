import type { TraitClaim } from '../victims/trait.ts';
import { latestDay, yearsBefore } from '../score/evidence-date.ts';
import type { RankedGroup } from './rank-threats.ts';

/** A match on which the score of a group rests, and which rests on one telling only. */
export interface ThinGround {
  readonly group: number;
  readonly factor: string;
  readonly claim: TraitClaim;
  /** `undated` where no date is told: it may be old. */
  readonly age: 'recent' | 'old' | 'undated';
}

/** Years after which a report is called old; as the score policy has it by default. */
const OLD_AFTER_YEARS = 5;

/** The matches of groups that one teller alone makes, the old and undated ones first. A pass-on by another source is no second teller. */
export function thinGrounds(groups: readonly RankedGroup[], asOf: string): readonly ThinGround[] {
  const thin = groups.flatMap(({ group, factors }) =>
    factors.flatMap(({ factor, grounds }) =>
      singles(grounds.claims ?? []).map((claim): ThinGround => ({
        group,
        factor,
        claim,
        age: ageOf(claim, asOf),
      })),
    ),
  );
  // Other factors read the same claims again; the first says it all.
  const told = new Set<string>();
  return thin
    .filter(({ group, claim }) => {
      const key = `${group} ${claim.kind} ${claim.value}`;
      return told.has(key) ? false : told.add(key);
    })
    .toSorted((one, other) => AGES.indexOf(one.age) - AGES.indexOf(other.age));
}

const AGES: readonly ThinGround['age'][] = ['old', 'undated', 'recent'];

/** Of every value that only one teller claims, that claim. */
function singles(claims: readonly TraitClaim[]): readonly TraitClaim[] {
  const values = new Map<string, TraitClaim[]>();
  for (const claim of claims) {
    const key = `${claim.kind} ${claim.value}`;
    values.set(key, [...(values.get(key) ?? []), claim]);
  }
  return [...values.values()].flatMap((said) => {
    const [first] = said;
    const tellers = new Set(said.map(({ teller }) => teller));
    return first !== undefined && tellers.size === 1 ? [first] : [];
  });
}

function ageOf({ published }: TraitClaim, asOf: string): ThinGround['age'] {
  if (published === '') return 'undated';
  return latestDay(published) < yearsBefore(asOf, OLD_AFTER_YEARS) ? 'old' : 'recent';
}

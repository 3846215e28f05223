import type { ScorePolicy } from '../../answers/index.ts';
import { sum } from '../../text/index.ts';
import { compareMentions, mention } from '../mention.ts';
import { DEFAULT_SCORE_POLICY, scoreOf } from '../score/score.ts';
import type { WeighedTechniques } from '../threats/gaps.ts';
import { raritiesIn } from '../threats/rarity.ts';
import { usesOf, type UseGrounds } from '../uses/uses-of.ts';

/** How techniques of groups weigh. */
export interface GroupWeights {
  readonly asOf: string;
  readonly policy?: ScorePolicy | undefined;
  /** Exponent of the rarity: 0 leaves it out, 1 counts it in full. */
  readonly rarity: number;
}

/**
 * What the techniques of groups weigh: the mean of their scores over the groups, of 1, times how rare the technique is:
 * ln((1 + groups) / users) over ln(1 + groups). One that a single group uses counts in full; one that all use hardly, but more than nothing.
 */
export function weighGroups(
  grounds: UseGrounds,
  groups: readonly number[],
  { asOf, policy = DEFAULT_SCORE_POLICY, rarity: exponent }: GroupWeights,
): WeighedTechniques {
  const { catalogue } = grounds.sourced;
  const scores = new Map<number, number>();
  for (const uses of usesOf(grounds, groups).values())
    for (const { technique, use, evidence } of uses) {
      if (catalogue.isWithdrawn(technique)) continue;
      const { score } = scoreOf({ evidence, use, withdrawn: undefined }, asOf, policy);
      scores.set(technique, (scores.get(technique) ?? 0) + score / 100 / groups.length);
    }
  const { groupsInView, of } = raritiesIn(grounds.sourced);
  const rarest = Math.log(1 + groupsInView);
  const factor = (technique: number): number => {
    const rarity = rarest - Math.log(Math.max(1, of(technique).users));
    // Where no group is in view nothing is rarer than anything else.
    return exponent === 0 || rarest === 0 ? 1 : (rarity / rarest) ** exponent;
  };
  const techniques = [...scores]
    .map(([term, score]) => ({ technique: mention(catalogue, term), expectation: score * factor(term) }))
    .toSorted(
      (one, other) => other.expectation - one.expectation || compareMentions(one.technique, other.technique),
    );
  return { techniques, total: sum(techniques.map(({ expectation }) => expectation)) };
}

import {
  servesTactic,
  NO_TACTIC,
  type ExpectedPart,
  type ExpectedTactic,
  type ExpectedTechnique,
  type GroupShare,
  type Mention,
  type ScorePolicy,
} from '../../answers/index.ts';
import { compareText, lazily, addTo, sum } from '../../text/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { FEW } from '../../threat/index.ts';
import { mention } from '../mention.ts';
import { supportOf } from '../profile/support.ts';
import { tacticsOf } from '../profile/tactic-order.ts';
import { DEFAULT_SCORE_POLICY } from '../score/score.ts';
import { shareOf } from '../share.ts';
import { newestDate } from '../uses/newest-date.ts';
import { usesOf, type UseGrounds } from '../uses/uses-of.ts';
import { platformFitOf } from './factors/platform-fit.ts';
import type { RankedGroup } from './rank-threats.ts';
import { raritiesIn, type Rarities } from './rarity.ts';
import { recencyReader } from './factors/recency.ts';

/** What is to be expected from groups, technique by technique. */
export interface ExpectedTechniques {
  /** The groups that count. */
  readonly groups: readonly GroupShare[];
  /** Those that work on a platform of the organisation; the most expected first, equal ones by ATT&CK id. */
  readonly techniques: readonly ExpectedTechnique[];
  /** Those that work on none of its platforms, as if they did: they count for nothing else. */
  readonly elsewhere: readonly ExpectedTechnique[];
  /** Sum over the techniques, those elsewhere left out. */
  readonly total: number;
  /** In the order of the matrix; only those under which anything is expected. */
  readonly tactics: readonly ExpectedTactic[];
  /** Live groups in view, over which rarity is counted. */
  readonly groupsInView: number;
}

/** What is to be counted. */
export interface ExpectationOptions {
  /** Platforms of the organisation, as ATT&CK spells them; none: all techniques fit. */
  readonly platforms: readonly string[];
  readonly asOf: string;
  /** Only the years after which evidence is legacy are read of it. */
  readonly policy?: ScorePolicy;
}

/**
 * What is to be expected from ranked groups: for every live technique the sum, over the groups that use it, of share ×
 * credibility of the use × recency. Sub-techniques count apart from their parents.
 *
 * Shares are scores over their sum, so that the ranking says how much a group counts, and nothing else does: not how many
 * techniques it is reported to use.
 *
 * @param ranked the groups that count, the first in rank first
 */
export function expectTechniques(
  grounds: UseGrounds,
  ranked: readonly RankedGroup[],
  { platforms, asOf, policy = DEFAULT_SCORE_POLICY }: ExpectationOptions,
): ExpectedTechniques {
  const { catalogue } = grounds.sourced;
  const say = (term: number): Mention => mention(catalogue, term);
  const groups = sharesOf(catalogue, ranked);
  const uses = usesOf(
    grounds,
    ranked.map(({ group }) => group),
  );
  const recencyOf = recencyReader(asOf, policy.legacyAfterYears);
  const parts = new Map<number, ExpectedPart[]>();
  for (const [index, { group, share: part }] of groups.entries())
    for (const use of uses.get(ranked[index]?.group ?? -1) ?? []) {
      if (catalogue.isWithdrawn(use.technique)) continue;
      const recency = recencyOf(newestDate(use.evidence));
      // Opened where it is shown: what to do about techniques asks for none of it.
      const why = lazily(() => supportOf(use.evidence));
      const made = {
        group,
        share: part,
        use: use.use,
        credibility: use.credibility,
        recency: recency.name,
        recencyWeight: recency.weight,
        contribution: part * use.credibility * recency.weight,
        through: use.through.map(say),
        get why() {
          return why();
        },
      };
      addTo(parts, use.technique, made);
    }
  const { fits, platformsOf } = platformFitOf(grounds.sourced, platforms);
  const rarities = raritiesIn(grounds.sourced);
  const { inOrder, served } = tacticsOf(grounds.sourced);
  const techniques = [...parts].map(([term, each]): ExpectedTechnique => {
    const serves = new Set(served(term));
    return {
      technique: say(term),
      tactics: inOrder.filter((tactic) => serves.has(tactic)).map(say),
      platforms: platformsOf(term),
      ...summed(each, rarities.of(term)),
    };
  });
  const isFit = ({ technique }: ExpectedTechnique): boolean => fits(catalogue.termOf(technique.id) ?? -1);
  const ordered = techniques.toSorted(byExpectation);
  const expected = ordered.filter(isFit);
  const total = sum(expected.map(({ expectation }) => expectation));
  return {
    groups,
    techniques: expected,
    elsewhere: ordered.filter((each) => !isFit(each)),
    total,
    tactics: [...inOrder.map(say), NO_TACTIC].flatMap((tactic) =>
      underTactic(tactic, groups, expected, total),
    ),
    groupsInView: rarities.groupsInView,
  };
}

function sharesOf(catalogue: Catalogue, ranked: readonly RankedGroup[]): readonly GroupShare[] {
  const total = sum(ranked.map(({ score }) => score));
  return ranked.map(({ group, rank, score }) => ({
    group: mention(catalogue, group),
    rank,
    score,
    share: total > 0 ? score / total : 1 / ranked.length,
  }));
}

/** What the contributions to a technique come to. The groups gave them in the order of their ranks, which equal ones keep. */
function summed(found: readonly ExpectedPart[], { users, rarity }: ReturnType<Rarities['of']>) {
  const parts = found.toSorted((one, other) => other.contribution - one.contribution);
  const expectation = sum(parts.map(({ contribution }) => contribution));
  return {
    expectation,
    usedBy: parts.length,
    users,
    rarity,
    characteristic: expectation * rarity,
    explainedByFew: shareOf(sum(parts.slice(0, FEW).map(({ contribution }) => contribution)), expectation),
    parts,
  };
}

function underTactic(
  tactic: Mention,
  groups: readonly GroupShare[],
  expected: readonly ExpectedTechnique[],
  total: number,
): readonly ExpectedTactic[] {
  const here = expected.filter((each) => servesTactic(each, tactic));
  if (here.length === 0) return [];
  const byGroup = new Map<Mention, number>();
  for (const { parts } of here)
    for (const { group, contribution } of parts) byGroup.set(group, (byGroup.get(group) ?? 0) + contribution);
  const few = groups
    .flatMap(({ group }) => {
      const added = byGroup.get(group);
      return added === undefined ? [] : [{ group, added }];
    })
    .toSorted((one, other) => other.added - one.added)
    .slice(0, FEW);
  const expectation = sum(here.map((each) => each.expectation));
  return [
    {
      tactic,
      expectation,
      share: shareOf(expectation, total),
      techniques: here.length,
      strongest: few.map(({ group }) => group),
      explainedByFew: shareOf(sum(few.map(({ added }) => added)), expectation),
    },
  ];
}

/** The most expected first; equal ones by ATT&CK id. */
function byExpectation(one: ExpectedTechnique, other: ExpectedTechnique): number {
  return (
    other.expectation - one.expectation ||
    compareText(one.technique.label, other.technique.label) ||
    compareText(one.technique.id, other.technique.id)
  );
}

import type { ScorePolicy } from '../../answers/index.ts';
import { compareText } from '../../text/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { typesOf } from '../../threat/index.ts';
import { tacticsOf } from '../profile/tactic-order.ts';
import { DEFAULT_SCORE_POLICY } from '../score/score.ts';
import { newestDate } from '../uses/newest-date.ts';
import { usesOf, type Use, type UseGrounds } from '../uses/uses-of.ts';
import { techniquesOfGroups } from './lookups-of.ts';
import { platformFitOf } from './platform-fit.ts';
import type { RankedGroup } from './rank-threats.ts';
import { recencyReader, type Recency } from './recency.ts';

/** A group that counts, and how much. */
export interface CountedGroup {
  readonly group: number;
  /** 1 for the first. */
  readonly rank: number;
  readonly score: number;
  /** Its score over the sum of the scores of all that count, 0 … 1; of groups without any score, equal shares. */
  readonly share: number;
}

/** What one group adds to the expectation of a technique. */
export interface ExpectedPart extends Pick<
  Use,
  'technique' | 'use' | 'credibility' | 'evidence' | 'through'
> {
  readonly group: CountedGroup;
  readonly recency: Recency;
  /** share of the group × credibility of the use × weight of its recency. */
  readonly contribution: number;
}

/** A technique that is to be expected from what groups are told to use. */
export interface ExpectedTechnique {
  readonly technique: number;
  /**
   * Sum of the contributions, 0 … 1: the part of the groups' weight that uses it, less where that is only derived or long
   * ago. Not a probability: it says how much of what is documented of these groups speaks for it.
   */
  readonly expectation: number;
  /** The greatest contribution first. */
  readonly parts: readonly ExpectedPart[];
  /** Live groups that use it, told or derived, of all in view. */
  readonly users: number;
  /** ln((1 + live groups) / (1 + users)): 0 where all use it. */
  readonly rarity: number;
  /** expectation × rarity: high where these groups use it and others do not. */
  readonly characteristic: number;
  /** Share of the expectation that its three greatest contributions make up, 0 … 1. */
  readonly explainedByFew: number;
  /** Tactics that it serves, in the order of the matrix. */
  readonly tactics: readonly number[];
  /** As told. */
  readonly platforms: readonly string[];
}

/** What is to be expected under one tactic. A technique that serves several tactics counts under each. */
export interface ExpectedTactic {
  /** Its term; absent for the techniques whose tactic nobody tells, which come last. */
  readonly tactic?: number;
  /** Sum over its techniques. */
  readonly expectation: number;
  readonly techniques: number;
  /** The groups that add most to it, at most {@link FEW}, the greatest first. */
  readonly strongest: readonly CountedGroup[];
  /** Share that these groups make up, 0 … 1. */
  readonly explainedByFew: number;
}

/** What is to be expected from groups, technique by technique. */
export interface ExpectedTechniques {
  readonly groups: readonly CountedGroup[];
  /** Those that work on a platform of the organisation; the most expected first, equal ones by ATT&CK id. */
  readonly techniques: readonly ExpectedTechnique[];
  /** Those that work on none of its platforms, as if they did: they count for nothing else. */
  readonly elsewhere: readonly ExpectedTechnique[];
  /** Sum over the techniques, those elsewhere left out. */
  readonly total: number;
  /** In the order of the matrix; only those under which anything is expected. */
  readonly tactics: readonly ExpectedTactic[];
  /** Live groups in view, over which rarity is counted. */
  readonly of: number;
}

/** What is to be counted. */
export interface ExpectationOptions {
  /** Platforms of the organisation, as ATT&CK spells them; none: all techniques fit. */
  readonly platforms: readonly string[];
  readonly asOf: string;
  /** Only the years after which evidence is legacy are read of it. */
  readonly policy?: ScorePolicy;
}

/** How many count as few. */
export const FEW = 3;

/**
 * What is to be expected from ranked groups: for every live technique the sum, over the groups that use it, of share ×
 * credibility of the use × recency. Sub-techniques count apart from their parents.
 *
 * Shares are scores over their sum, so that the ranking says how much a group counts, and nothing else does: not how many
 * techniques it is told to use.
 *
 * @param ranked the groups that count, the first in rank first
 */
export function expectTechniques(
  grounds: UseGrounds,
  ranked: readonly RankedGroup[],
  { platforms, asOf, policy = DEFAULT_SCORE_POLICY }: ExpectationOptions,
): ExpectedTechniques {
  const { testimony } = grounds;
  const groups = countedGroups(ranked);
  const uses = usesOf(
    grounds,
    groups.map(({ group }) => group),
  );
  const recencyOf = recencyReader(asOf, policy.legacyAfterYears);
  const parts = new Map<number, ExpectedPart[]>();
  for (const group of groups)
    for (const use of uses.get(group.group) ?? []) {
      if (testimony.catalogue.isWithdrawn(use.technique)) continue;
      const { technique, credibility, evidence, through } = use;
      const recency = recencyOf(newestDate(evidence));
      const contribution = group.share * credibility * recency.weight;
      const part = { technique, use: use.use, credibility, evidence, through, group, recency, contribution };
      const others = parts.get(use.technique);
      if (others === undefined) parts.set(use.technique, [part]);
      else others.push(part);
    }
  const { fits, platformsOf } = platformFitOf(testimony, platforms);
  const usersOf = userCounts(testimony);
  const of = testimony.catalogue.ofType(typesOf('group')).length;
  const { inOrder, served } = tacticsOf(testimony);
  const techniques = [...parts]
    .map(([technique, each]) => {
      const users = usersOf.get(technique) ?? 0;
      const serves = new Set(served(technique));
      return {
        ...summed(technique, each, users, of),
        tactics: inOrder.filter((tactic) => serves.has(tactic)),
        platforms: platformsOf(technique),
      };
    })
    .toSorted(byExpectation(testimony.catalogue));
  const expected = techniques.filter(({ technique }) => fits(technique));
  return {
    groups,
    techniques: expected,
    elsewhere: techniques.filter(({ technique }) => !fits(technique)),
    total: sum(expected.map(({ expectation }) => expectation)),
    tactics: [...inOrder, undefined].flatMap((tactic) => underTactic(tactic, expected)),
    of,
  };
}

/** The groups with their shares. */
export function countedGroups(ranked: readonly RankedGroup[]): readonly CountedGroup[] {
  const total = sum(ranked.map(({ score }) => score));
  return ranked.map(({ group, rank, score }) => ({
    group,
    rank,
    score,
    share: total > 0 ? score / total : 1 / ranked.length,
  }));
}

function summed(
  technique: number,
  found: readonly ExpectedPart[],
  users: number,
  of: number,
): Omit<ExpectedTechnique, 'tactics' | 'platforms'> {
  const parts = found.toSorted(
    (one, other) => other.contribution - one.contribution || one.group.rank - other.group.rank,
  );
  const expectation = sum(parts.map(({ contribution }) => contribution));
  const rarity = Math.log((1 + of) / (1 + users));
  return {
    technique,
    expectation,
    parts,
    users,
    rarity,
    characteristic: expectation * rarity,
    explainedByFew: share(sum(parts.slice(0, FEW).map(({ contribution }) => contribution)), expectation),
  };
}

function underTactic(
  tactic: number | undefined,
  expected: readonly ExpectedTechnique[],
): readonly ExpectedTactic[] {
  const here = expected.filter(({ tactics }) =>
    tactic === undefined ? tactics.length === 0 : tactics.includes(tactic),
  );
  if (here.length === 0) return [];
  const byGroup = new Map<CountedGroup, number>();
  for (const { parts } of here)
    for (const { group, contribution } of parts) byGroup.set(group, (byGroup.get(group) ?? 0) + contribution);
  const few = [...byGroup]
    .toSorted(([one, left], [other, right]) => right - left || one.rank - other.rank)
    .slice(0, FEW);
  const expectation = sum(here.map((each) => each.expectation));
  return [
    {
      ...(tactic === undefined ? {} : { tactic }),
      expectation,
      techniques: here.length,
      strongest: few.map(([group]) => group),
      explainedByFew: share(sum(few.map(([, contribution]) => contribution)), expectation),
    },
  ];
}

/** technique → live groups that use it, told or derived. */
function userCounts(testimony: UseGrounds['testimony']): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const [group, techniques] of techniquesOfGroups(testimony))
    if (!testimony.catalogue.isWithdrawn(group))
      for (const technique of techniques) counts.set(technique, (counts.get(technique) ?? 0) + 1);
  return counts;
}

/** The most expected first; equal ones by ATT&CK id. */
function byExpectation(catalogue: Catalogue): (one: ExpectedTechnique, other: ExpectedTechnique) => number {
  return (one, other) =>
    other.expectation - one.expectation ||
    compareText(catalogue.label(one.technique), catalogue.label(other.technique)) ||
    compareText(catalogue.id(one.technique), catalogue.id(other.technique));
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** A part of a whole, at most 1 whatever rounding makes of it; of nothing, 0. */
function share(part: number, whole: number): number {
  return whole > 0 ? Math.min(1, part / whole) : 0;
}

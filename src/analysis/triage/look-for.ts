import { sum } from '../../text/index.ts';
import { groundsOf } from './matches.ts';
import type { TriageProfiles } from './profiles.ts';
import type { Candidate } from './rank-candidates.ts';

/** A technique that candidates are known for beside what was seen, by terms. */
export interface LookedFor {
  readonly technique: number;
  /** 0 … 1: in what share of the reports on the candidates it stands, each candidate by its probability among them. */
  readonly expectation: number;
  /** Candidates that are known for it, the likeliest first. */
  readonly groups: readonly number[];
}

/** How many reports without it each group is taken to have besides. */
const UNSEEN_REPORTS = 2;

/**
 * What to look for next: what candidates do beside what was seen, each candidate by its probability among them.
 *
 * @param seen terms of techniques that were seen
 * @returns the most expected first
 */
export function lookFor(
  profiles: TriageProfiles,
  candidates: readonly Pick<Candidate, 'group' | 'p'>[],
  seen: readonly number[],
): readonly LookedFor[] {
  const all = sum(candidates.map(({ p }) => p));
  if (all === 0) return [];
  const rows = candidates.map(({ group, p }) => ({
    group,
    // What the only report on a group has is not taken to be in every one to come.
    share: p / all / (groundsOf(profiles, group).reports + UNSEEN_REPORTS),
    weightOf: weightsOf(profiles, group),
  }));
  const isSeen = new Set(seen);
  return profiles.index.techniques
    .map((technique, at) => {
      const known = rows.filter(({ weightOf }) => weightOf(at) > 0);
      return {
        technique,
        expectation: sum(known.map(({ share, weightOf }) => share * weightOf(at))),
        groups: known.map(({ group }) => group),
      };
    })
    .filter(({ technique, expectation }) => expectation > 0 && !isSeen.has(technique))
    .toSorted((one, other) => other.expectation - one.expectation);
}

/** How many other groups are known for all that a group is known for of some techniques. */
export function supersetsOf(profiles: TriageProfiles, group: number, techniques: readonly number[]): number {
  const { groups } = profiles.index;
  const places = techniques
    .map((technique) => profiles.index.techniques.indexOf(technique))
    .filter((at) => at !== -1);
  const own = weightsOf(profiles, group);
  const matched = places.filter((at) => own(at) > 0);
  return groups.filter((other) => {
    const weightOf = weightsOf(profiles, other);
    return other !== group && matched.every((at) => weightOf(at) > 0);
  }).length;
}

/** What counts of each technique, by its place, for a group. */
function weightsOf({ index, weights }: TriageProfiles, group: number): (technique: number) => number {
  const row = index.groups.indexOf(group) * index.techniques.length;
  return (technique) => weights[row + technique] ?? 0;
}

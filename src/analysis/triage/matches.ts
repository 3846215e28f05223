import { statementsOf } from './visible.ts';
import { countReports } from './count-reports.ts';
import type { TriageProfiles } from './profiles.ts';
import { techniqueScore } from './score.ts';
import type { Pairs } from './use-index.ts';

/** A technique that was seen, held against a group. */
export interface Match {
  /** Term of the technique. */
  readonly technique: number;
  /** Reports of the group, or of its campaigns, behind it; 0 where none has it. */
  readonly reports: number;
  /** Term of the software through which alone it counts: that of the fewest users. */
  readonly throughSoftware?: number;
  /** How many groups are reported to use it. */
  readonly users: number;
  /** How rare that is, 0 or more. */
  readonly rarity: number;
  /** What it adds to the score; 0 where it does not match. */
  readonly score: number;
}

/**
 * Holds techniques against a group, the rarest first.
 *
 * @param group term of a live group
 * @param techniques terms of live techniques; others are passed over
 */
export function matchesOf(
  profiles: TriageProfiles,
  group: number,
  techniques: readonly number[],
): readonly Match[] {
  const { index, reports, weights, users, rarity } = profiles;
  const place = index.groups.indexOf(group);
  return [...new Set(techniques)]
    .flatMap((technique): readonly Match[] => {
      const at = index.techniques.indexOf(technique);
      if (at === -1) return [];
      const cell = place * index.techniques.length + at;
      const count = reports[cell] ?? 0;
      const through = count === 0 && (weights[cell] ?? 0) > 0 ? softwareWith(profiles, place, at) : undefined;
      return [
        {
          technique,
          reports: count,
          ...(through === undefined ? {} : { throughSoftware: through }),
          users: users[at] ?? 0,
          rarity: rarity[at] ?? 0,
          score: techniqueScore(profiles, place, at),
        },
      ];
    })
    .toSorted((one, other) => other.rarity - one.rarity);
}

/** Those techniques that the group is known for. */
export function matchedOf(
  profiles: TriageProfiles,
  group: number,
  techniques: readonly number[],
): readonly Match[] {
  return matchesOf(profiles, group, techniques).filter(({ score }) => score > 0);
}

/** Term of the group's software of the fewest users that has a technique. */
function softwareWith(
  { index, software, softwareUsers, visible }: TriageProfiles,
  group: number,
  technique: number,
): number | undefined {
  const has = (used: number): boolean => {
    const pair = pairOf(index.abilities, used, technique);
    return pair !== -1 && statementsOf(index.abilities, pair, visible).length > 0;
  };
  const [first] = (software[group] ?? [])
    .filter(has)
    .toSorted((one, other) => (softwareUsers[one] ?? 0) - (softwareUsers[other] ?? 0));
  return first === undefined ? undefined : index.software[first];
}

function pairOf(pairs: Pairs, one: number, other: number): number {
  const pair = firstPair(pairs, one, other);
  return pairs.left[pair] === one && pairs.right[pair] === other ? pair : -1;
}

/** The first pair that is not before this one: they are in the order of the left, then of the right. */
function firstPair({ left, right }: Pairs, one: number, other: number): number {
  let low = 0;
  let high = left.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = (left[middle] ?? 0) - one || (right[middle] ?? 0) - other;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What a group's profile rests on. */
export interface ProfileGrounds {
  /** How many reports there are of what the group does. */
  readonly reports: number;
  /** Numbers of the stored objects that report it, each once. */
  readonly stored: readonly number[];
}

/** @param group term of a live group */
export function groundsOf({ index, visible }: TriageProfiles, group: number): ProfileGrounds {
  const place = index.groups.indexOf(group);
  const statements = new Set<number>();
  for (let pair = firstPair(index.uses, place, 0); index.uses.left[pair] === place; pair++)
    for (const statement of statementsOf(index.uses, pair, visible)) statements.add(statement);
  return {
    reports: countReports(index.statements, visible, [...statements]),
    stored: [...statements].map((statement) => index.statements.stored[statement] ?? -1),
  };
}

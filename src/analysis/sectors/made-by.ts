import { holds, type BitSets } from '../compare/bit-sets.ts';

/** A technique that makes a cluster. */
export interface MakesCluster {
  /** Place of the technique. */
  readonly technique: number;
  /** Members at which it is present. */
  readonly members: number;
  /** Others that are compared at which it is present. */
  readonly outside: number;
  /** Present at most members, and rare outside: what one supplier, tool or campaign that they share would look like. */
  readonly isSetApart: boolean;
}

/** Present at so many of the members, of 1. */
const MOST = 0.8;

/** Present at no more of the others, of 1. */
const RARE = 0.2;

/**
 * The techniques present at most members of a cluster: first those that are rare outside it, then those that all have.
 *
 * @param everywhere at how many of all each technique is present
 */
export function madeBy(
  present: BitSets,
  everywhere: ArrayLike<number>,
  members: readonly number[],
): readonly MakesCluster[] {
  const others = present.size - members.length;
  const made: MakesCluster[] = [];
  for (let technique = 0; technique < present.items; technique++) {
    let here = 0;
    for (const member of members) if (holds(present, member, technique)) here++;
    if (here < MOST * members.length) continue;
    const outside = (everywhere[technique] ?? 0) - here;
    made.push({ technique, members: here, outside, isSetApart: others > 0 && outside <= RARE * others });
  }
  return made.toSorted(
    (one, other) =>
      one.outside - other.outside || other.members - one.members || one.technique - other.technique,
  );
}

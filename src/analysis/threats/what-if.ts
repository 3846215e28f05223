import type { RankedGroup, RankedGroups } from './rank-threats.ts';

/** The order when something is left out, compared with the order when nothing is. */
export interface WhatIf {
  /** Groups of the first places that change their rank, in the order of their former ranks. */
  readonly moved: readonly Move[];
  /** Of the first places, how many are taken by the same groups in both orders. */
  readonly stay: number;
  /** First places compared. */
  readonly of: number;
}

/** A group at two ranks, 1 for the first. */
export interface Move {
  readonly group: number;
  readonly from: number;
  readonly to: number;
}

/** Compares the first `top` places of two orders of the same groups; groups that enter or leave them are moves too. */
export function compareOrders(before: RankedGroups, after: RankedGroups, top: number): WhatIf {
  const ranks = new Map(after.groups.map(({ group, rank }) => [group, rank]));
  const moves = before.groups.map(({ group, rank }) => ({ group, from: rank, to: ranks.get(group) ?? rank }));
  const isFirst = (rank: number): boolean => rank <= top;
  return {
    moved: moves.filter(({ from, to }) => from !== to && (isFirst(from) || isFirst(to))),
    stay: moves.filter(({ from, to }) => isFirst(from) && isFirst(to)).length,
    of: Math.min(top, moves.length),
  };
}

/** A ranking with one factor left out: its contributions taken off, everything else as it was. */
export function withoutFactor({ groups, factors }: RankedGroups, left: string): RankedGroups {
  const rest = groups.map((ranked): RankedGroup => {
    const kept = ranked.factors.filter(({ factor }) => factor !== left);
    return { ...ranked, factors: kept, score: kept.reduce((sum, { contribution }) => sum + contribution, 0) };
  });
  return {
    // Equal scores keep the order that they had.
    groups: rest
      .toSorted((one, other) => other.score - one.score || one.rank - other.rank)
      .map((ranked, index) => ({ ...ranked, rank: index + 1 })),
    factors: factors.filter(({ name }) => name !== left),
  };
}

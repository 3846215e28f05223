import type { Variation } from '../../answers/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { mention } from '../mention.ts';
import { compareScores, scoreOver, type RankedGroup, type RankedGroups } from './rank-threats.ts';

/** Compares the first `top` places of two orders of the same groups; groups that enter or leave them are moves too. */
export function compareOrders(
  catalogue: Catalogue,
  before: RankedGroups,
  after: RankedGroups,
  top: number,
): Pick<Variation, 'moved' | 'stay'> {
  const ranks = new Map(after.groups.map(({ group, rank }) => [group, rank]));
  const moves = before.groups.map(({ group, rank }) => ({ group, from: rank, to: ranks.get(group) ?? rank }));
  const isFirst = (rank: number): boolean => rank <= top;
  return {
    moved: moves
      .filter(({ from, to }) => from !== to && (isFirst(from) || isFirst(to)))
      .map((move) => ({ ...move, group: mention(catalogue, move.group) })),
    stay: moves.filter(({ from, to }) => isFirst(from) && isFirst(to)).length,
  };
}

/** A ranking with one factor left out: its contributions taken off, everything else as it was. */
export function withoutFactor({ groups, factors }: RankedGroups, left: string): RankedGroups {
  const rest = groups.map((ranked): RankedGroup => {
    const kept = ranked.factors.filter(({ factor }) => factor !== left);
    return { ...ranked, factors: kept, score: scoreOver(kept) };
  });
  return {
    // Equal scores keep the order that they had.
    groups: rest
      .toSorted((one, other) => compareScores(one, other) || one.rank - other.rank)
      .map((ranked, index) => ({ ...ranked, rank: index + 1 })),
    factors: factors.filter(({ name }) => name !== left),
  };
}

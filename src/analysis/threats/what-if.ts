import type { Variation } from '../../answers/index.ts';
import type { Catalogue } from '../../knowledge/index.ts';
import { mention } from '../mention.ts';
import type { RankedGroups } from './rank-threats.ts';

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

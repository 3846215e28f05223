import type { GroupOverlap } from '../../analysis/index.ts';
import { csv } from '../../render/index.ts';

/** The pairs as CSV, a row each. */
export function overlapPairsCsv({ pairs }: GroupOverlap): string {
  return csv(
    [
      'left',
      'left name',
      'right',
      'right name',
      'shared',
      'expected',
      'jaccard',
      'overlap',
      'rarity',
      'p',
      'log10 p',
    ],
    pairs.map(({ left, right, ...pair }) => [
      left.label || left.id,
      left.name,
      right.label || right.id,
      right.name,
      pair.shared,
      rounded(pair.expected),
      rounded(pair.jaccard),
      rounded(pair.overlap),
      rounded(pair.rarity),
      Number(pair.p.toPrecision(4)),
      rounded(pair.log10p),
    ]),
  );
}

/** The whole matrix of similarities as CSV: a row and a column for each group, in cluster order. */
export function overlapMatrixCsv({ groups, similarity }: GroupOverlap): string {
  return csv(
    ['group', 'name', ...groups.map(({ group }) => group.label || group.id)],
    groups.map(({ group }, row) => [
      group.label || group.id,
      group.name,
      ...(similarity[row] ?? []).map(rounded),
    ]),
  );
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

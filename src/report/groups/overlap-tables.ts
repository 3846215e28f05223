import type { OverlapAnswer } from '../../answers/index.ts';
import type { DataTable } from '../../render/index.ts';

/** The pairs, and the whole matrix. */
export function overlapTables(answer: OverlapAnswer): readonly DataTable[] {
  return [pairTableOf(answer), overlapMatrixTable(answer)];
}

function pairTableOf({ pairs }: OverlapAnswer): DataTable {
  return {
    name: 'Pairs',
    heads: [
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
    rows: pairs.map(({ left, right, ...pair }) => [
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
  };
}

/** The similarity of every group to every other: a row and a column for each, those that are alike together. */
export function overlapMatrixTable({ groups, similarity }: OverlapAnswer): DataTable {
  return {
    name: 'Matrix',
    heads: ['group', 'name', ...groups.map(({ group }) => group.label || group.id)],
    rows: groups.map(({ group }, row) => [
      group.label || group.id,
      group.name,
      ...(similarity[row] ?? []).map(rounded),
    ]),
  };
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}

import type { OverlapAnswer } from '../../answers/index.ts';
import { dataTable, type DataTable } from '../../render/index.ts';
import { idCell, idOf, rounded } from '../words.ts';

/** The pairs, and the whole matrix. */
export function overlapTables(answer: OverlapAnswer): readonly DataTable[] {
  return [
    dataTable('Pairs', answer.pairs, {
      left: ({ left }) => idCell(left),
      'left name': ({ left }) => left.name,
      right: ({ right }) => idCell(right),
      'right name': ({ right }) => right.name,
      shared: ({ shared }) => shared,
      expected: ({ expected }) => rounded(expected),
      jaccard: ({ jaccard }) => rounded(jaccard),
      overlap: ({ overlap }) => rounded(overlap),
      rarity: ({ rarity }) => rounded(rarity),
      p: ({ p }) => Number(p.toPrecision(4)),
      'log10 p': ({ log10p }) => rounded(log10p),
    }),
    overlapMatrixTable(answer),
  ];
}

/** The similarity of every group to every other: a row and a column for each, those that are alike together. */
export function overlapMatrixTable({ groups, similarity }: OverlapAnswer): DataTable {
  return {
    name: 'Matrix',
    heads: ['group', 'name', ...groups.map(({ group }) => idOf(group))],
    rows: groups.map(({ group }, row) => [
      idCell(group),
      group.name,
      ...(similarity[row] ?? []).map(rounded),
    ]),
  };
}

import type { GroupOverlap } from '../../analysis/index.ts';
import { bullets, figure, heading, paragraph } from '../document/document.ts';
import type { Block, Document } from '../document/document.ts';
import { csv } from '../csv.ts';
import { overlapSvg } from './overlap-svg.ts';
import { describeOverlap, sayBasis } from './overlap-wording.ts';
import { CHANCE_NOTE, pairTable } from './pair-table.ts';

/** The overlap of all groups as a report with the heat map. */
export function overlapDocument(overlap: GroupOverlap, notices: readonly string[] = []): Document {
  const { groups, pairs, clusters, min } = overlap;
  return {
    title: 'Overlap of groups',
    lead: sayBasis(overlap),
    blocks: [
      heading(2, `Pairs alike by ${min} or more`),
      ...(pairs.length === 0 ? [paragraph('None.')] : [pairTable(pairs), paragraph(CHANCE_NOTE)]),
      heading(2, 'Clusters'),
      clusters.length === 0
        ? paragraph('None.')
        : bullets(
            clusters.map((members) => members.map((member) => groups[member]?.group.name ?? '').join(', ')),
          ),
      heading(2, 'Every group with every other'),
      figure(
        { svg: overlapSvg(overlap), description: describeOverlap(overlap) },
        'Groups that are alike stand together.',
      ),
      ...leftOut(overlap),
    ],
    notices,
  };
}

function leftOut({ withoutTechniques }: GroupOverlap): readonly Block[] {
  if (withoutTechniques.length === 0) return [];
  return [
    paragraph(
      `Left out, as no technique of theirs is known: ${withoutTechniques.map(({ name }) => name).join(', ')}.`,
    ),
  ];
}

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

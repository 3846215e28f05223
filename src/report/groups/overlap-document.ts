import type { OverlapAnswer } from '../../answers/index.ts';
import { bullets, figure, heading, paragraph, type Block, type Document } from '../../render/index.ts';
import { count } from '../../text/index.ts';
import { overlapSvg, describeOverlap, sayBasis } from '../../draw/index.ts';
import { CHANCE_NOTE, pairTable } from './pair-table.ts';

/** The overlap of all groups as a report with the heat map. */
export function overlapDocument(overlap: OverlapAnswer): Document {
  const { groups, pairs, clusters, min, least, clusteredAt } = overlap;
  return {
    title: 'Overlap of groups',
    lead: sayBasis(overlap),
    blocks: [
      heading(2, min > 0 ? `Pairs alike by ${min} or more` : 'Every pair'),
      paragraph(
        `The most surprising first: by how little likely it is to share as many by chance (p)${least > 1 ? `; of groups with at least ${count(least, 'technique')}` : ''}.`,
      ),
      ...(pairs.length === 0 ? [paragraph('None.')] : [pairTable(pairs), paragraph(CHANCE_NOTE)]),
      heading(2, `Clusters at ${clusteredAt} or more`),
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
  };
}

function leftOut({ withoutTechniques }: OverlapAnswer): readonly Block[] {
  if (withoutTechniques.length === 0) return [];
  return [
    paragraph(
      `Left out, as no technique of theirs is known: ${withoutTechniques.map(({ name }) => name).join(', ')}.`,
    ),
  ];
}

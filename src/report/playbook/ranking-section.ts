import { paragraph } from '../../render/index.ts';
import { rankingChart, rankingTable } from '../threats/ranking-blocks.ts';
import { count } from '../../text/index.ts';
import type { Section } from './section.ts';

/** Groups in order, with what says most for each. */
export const rankingSection: Section<'threats'> = ({ groups, of, highest }) => [
  paragraph(
    `The first ${groups.length} of ${count(of, 'group')}. A score is a sum of factors, ${highest.toFixed(2)} at most; each number says what a factor adds.`,
  ),
  ...rankingChart(groups),
  rankingTable(groups),
];

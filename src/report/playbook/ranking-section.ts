import { paragraph } from '../../render/index.ts';
import { rankingChart } from '../threats/ranking-blocks.ts';
import { listBlocks } from '../threats/threats-document.ts';
import { count } from '../../text/index.ts';
import type { Section } from './section.ts';

/** Groups in order, with what says most for each. */
export const rankingSection: Section<'threats'> = (answer) => [
  paragraph(
    `The first ${answer.groups.length} of ${count(answer.of, 'group')}. A score is a sum of factors, ${answer.highest.toFixed(2)} at most; each number says what a factor adds.`,
  ),
  ...rankingChart(answer.groups),
  ...listBlocks(answer, 3),
];

import { Mention } from '../explanation/mention.ts';
import { DEFENDED, Detection } from './defence.ts';
import { argument, options, question } from '../question.ts';
import { list, shape, text, type Of } from '../schema.ts';
import { COVERAGE } from '../threats/ranking.ts';

/** Detection strategies for a technique, or relevant to an adversary. */
export const DetectionsQuestion = question({
  name: argument('<name>', 'a technique, or a group, threat actor or campaign, by id, name or alias'),
  platforms: options('--platform <platform>', 'only analytics for this platform (repeatable)', {
    fallback: 'all',
  }),
  tactics: options('--tactic <tactic>', 'only for techniques of this tactic, by name or id (repeatable)'),
  ...COVERAGE,
});
export type DetectionsQuestion = Of<typeof DetectionsQuestion>;

export const DetectionsAnswer = shape(
  'DetectionsAnswer',
  'Detection strategies for a technique, or relevant to an adversary, with their analytics.',
  {
    ...DEFENDED,
    platforms: list(text('a platform'), 'those that analytics are for; none: all'),
    covered: list(
      Mention,
      'techniques that are covered whole, by label: strategies for them are left out, but where the technique is asked about',
    ),
    detections: list(Detection, 'by label; for an adversary, those that answer the most techniques first'),
  },
);
export type DetectionsAnswer = Of<typeof DetectionsAnswer>;

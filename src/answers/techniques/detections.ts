import { DEFENDED, Detection } from './defence.ts';
import { argument, question } from '../question.ts';
import { list, shape, type Of } from '../schema.ts';

/** Detection strategies for a technique, or relevant to an adversary. */
export const DetectionsQuestion = question({
  name: argument('<name>', 'a technique, or a group, threat actor or campaign, by id, name or alias'),
});

export const DetectionsAnswer = shape(
  'DetectionsAnswer',
  'Detection strategies for a technique, or relevant to an adversary, with their analytics.',
  {
    ...DEFENDED,
    detections: list(Detection, 'by label; for an adversary, those that answer the most techniques first'),
  },
);
export type DetectionsAnswer = Of<typeof DetectionsAnswer>;

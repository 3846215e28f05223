import { Watched } from './caveat.ts';
import { Defence, DEFENDED } from './defence.ts';
import { argument, question } from '../question.ts';
import { list, shape, type Of } from '../schema.ts';

/** Mitigations of a technique, or relevant to an adversary. */
export const MitigationsQuestion = question({
  name: argument('<name>', 'a technique, or a group, threat actor or campaign, by id, name or alias'),
});

export const MitigationsAnswer = shape(
  'MitigationsAnswer',
  'Mitigations of a technique, or relevant to an adversary.',
  {
    ...DEFENDED,
    mitigations: list(Defence, 'by label; for an adversary, those that answer the most techniques first'),
    watch: list(
      Watched,
      'techniques that what is named against them does not prevent, by the words of its own source: no mitigations, but to be watched',
    ),
  },
);
export type MitigationsAnswer = Of<typeof MitigationsAnswer>;

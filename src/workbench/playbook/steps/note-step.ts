import { text } from '../parameter.ts';
import type { Step } from '../step.ts';

/** What an analyst has to say. */
export interface AnalystNote {
  /** Paragraphs with an empty line between them. */
  readonly text: string;
}

export const NOTE_STEP: Step<AnalystNote, AnalystNote> = {
  title: 'Note of the analyst',
  answers: 'What else is to be said, in your own words?',
  parameters: { text: text('paragraphs, with an empty line between them') },
  run: (_, { text: words }) => ({ text: words }),
};

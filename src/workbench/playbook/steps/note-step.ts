import type { Step } from '../step.ts';

/** What an analyst has to say. */
export interface AnalystNote {
  /** Paragraphs with an empty line between them. */
  readonly text: string;
}

export const NOTE_STEP: Step<'note', AnalystNote> = {
  run: (_, { text: words }) => ({ text: words }),
};

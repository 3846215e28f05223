import type { Step } from '../step.ts';

export const NOTE_STEP: Step<'note'> = {
  run: (_, { text: words }) => ({ answer: { text: words } }),
};

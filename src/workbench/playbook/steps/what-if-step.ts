import type { Step } from '../step.ts';

export const WHAT_IF_STEP: Step<'what-if'> = {
  run: ({ whatIf }, { top }) => whatIf(top),
};

import type { Variation } from '../../what-if.ts';
import { wholeNumber } from '../parameter.ts';
import type { Step } from '../step.ts';

/** How the first places change when one source or one factor is left out. */
export interface SteadinessAnswer {
  readonly top: number;
  /** Those that change most first. */
  readonly variations: readonly Variation[];
}

export const WHAT_IF_STEP: Step<{ readonly top: number }, SteadinessAnswer> = {
  title: 'How far the order holds',
  answers: 'Which of the first groups would change places if one source or one factor were left out?',
  parameters: { top: wholeNumber('first places compared', 10, 1, 100) },
  run: ({ whatIf }, { top }) => ({ top, variations: whatIf(top).variations }),
};

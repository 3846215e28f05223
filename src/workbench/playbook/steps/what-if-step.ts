import type { Variation } from '../../what-if.ts';
import type { Step } from '../step.ts';

/** How the first places change when one source or one factor is left out. */
export interface SteadinessAnswer {
  readonly top: number;
  /** Those that change most first. */
  readonly variations: readonly Variation[];
}

export const WHAT_IF_STEP: Step<'what-if', SteadinessAnswer> = {
  run: ({ whatIf }, { top }) => ({ top, variations: whatIf(top).variations }),
};

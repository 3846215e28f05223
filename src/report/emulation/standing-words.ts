import type { LeftReason, StepStanding } from '../../answers/index.ts';

/** Whether a step can be executed, in words. */
export const STANDING_WORDS: Readonly<Record<StepStanding, string>> = {
  executable: 'can be executed',
  'no-test': 'the library has no test of the technique',
  'sub-techniques-only':
    'only its sub-techniques have tests, and which of them the group uses is not reported',
  'manual-only': 'its tests are done by hand',
  'other-platforms-only': 'its tests are for other platforms',
  'destructive-only': 'its tests may do harm, and are left out unless asked for',
};

/** Why a test is not in a plan, in words. */
export const LEFT_WORDS: Readonly<Record<LeftReason, string>> = {
  'other-platform': 'for another platform',
  destructive: 'may do harm',
  manual: 'done by hand',
  'another-chosen': 'another one was chosen',
};

import type { Step } from '../step.ts';

export const EXPECTED_STEP: Step<'expected'> = {
  run: ({ expected }, { top, limit }) => expected(top, limit),
};

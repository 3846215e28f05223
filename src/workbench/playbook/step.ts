import type { StepGiven, StepName } from '../../answers/index.ts';
import type { RunContext } from './run-context.ts';

/** How a kind of step is answered. */
export interface Step<Name extends StepName, Answer> {
  readonly run: (context: RunContext, given: StepGiven<Name>) => Answer;
}

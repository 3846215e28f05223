import type { StepAnswers, StepGiven, StepName } from '../../answers/index.ts';
import type { Answered } from '../use-case.ts';
import type { RunContext } from './run-context.ts';

/** How a kind of step is answered. */
export interface Step<Name extends StepName> {
  readonly run: (context: RunContext, given: StepGiven<Name>) => Answered<StepAnswers[Name]>;
}

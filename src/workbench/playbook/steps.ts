import { stepGiven, type ParameterValue, type StepName } from '../../answers/index.ts';
import type { RunContext } from './run-context.ts';
import type { Step } from './step.ts';
import { CONFIDENCE_STEP, type ConfidenceAnswer } from './steps/confidence-step.ts';
import { EXPECTED_STEP, type ExpectedSummary } from './steps/expected-step.ts';
import { GROUP_STEP, type GroupPage } from './steps/group-step.ts';
import { METHOD_STEP, type MethodAnswer } from './steps/method-step.ts';
import { NOTE_STEP, type AnalystNote } from './steps/note-step.ts';
import { PRIORITIES_STEP, type PrioritiesSummary } from './steps/priorities-step.ts';
import { SUMMARY_STEP, type SummaryAnswer } from './steps/summary-step.ts';
import { THREATS_STEP, type RankedThreats } from './steps/threats-step.ts';
import { WHAT_IF_STEP, type SteadinessAnswer } from './steps/what-if-step.ts';

/** What each step answers. */
export interface StepShapes {
  readonly summary: { readonly answer: SummaryAnswer };
  readonly threats: { readonly answer: RankedThreats };
  readonly group: { readonly answer: readonly GroupPage[] };
  readonly expected: { readonly answer: ExpectedSummary };
  readonly priorities: { readonly answer: PrioritiesSummary };
  readonly 'what-if': { readonly answer: SteadinessAnswer };
  readonly confidence: { readonly answer: ConfidenceAnswer };
  readonly method: { readonly answer: MethodAnswer };
  readonly note: { readonly answer: AnalystNote };
}

const STEPS: { readonly [Name in StepName]: Step<Name, StepShapes[Name]['answer']> } = {
  summary: SUMMARY_STEP,
  threats: THREATS_STEP,
  group: GROUP_STEP,
  expected: EXPECTED_STEP,
  priorities: PRIORITIES_STEP,
  'what-if': WHAT_IF_STEP,
  confidence: CONFIDENCE_STEP,
  method: METHOD_STEP,
  note: NOTE_STEP,
};

/** What came of one step. */
export type StepRun<Name extends StepName = StepName> = {
  [Each in Name]: {
    readonly step: Each;
    readonly title: string;
    /** The analyst’s words; empty where there are none. */
    readonly notes: string;
    readonly answer: StepShapes[Each]['answer'];
  };
}[Name];

/** Runs a step with the parameters told, and the defaults of the others. */
export function answerStep<Name extends StepName>(
  name: Name,
  context: RunContext,
  told: Readonly<Record<string, ParameterValue>>,
): StepShapes[Name]['answer'] {
  return STEPS[name].run(context, stepGiven(name, told));
}

import type { NothingGiven, ParameterValue } from './parameter.ts';
import type { RunContext } from './run-context.ts';
import type { Step } from './step.ts';
import { withDefaults } from './parameter.ts';
import { CONFIDENCE_STEP, type ConfidenceAnswer } from './steps/confidence-step.ts';
import { EXPECTED_STEP, type ExpectedSummary } from './steps/expected-step.ts';
import { GROUP_STEP, type GroupPage, type GroupsGiven } from './steps/group-step.ts';
import { METHOD_STEP, type MethodAnswer } from './steps/method-step.ts';
import { NOTE_STEP, type AnalystNote } from './steps/note-step.ts';
import { PRIORITIES_STEP, type PrioritiesGiven, type PrioritiesSummary } from './steps/priorities-step.ts';
import { SUMMARY_STEP, type SummaryAnswer } from './steps/summary-step.ts';
import { THREATS_STEP, type RankedThreats } from './steps/threats-step.ts';
import { WHAT_IF_STEP, type SteadinessAnswer } from './steps/what-if-step.ts';

/** What each step is given, and what it answers. */
export interface StepShapes {
  readonly summary: { readonly given: { readonly groups: number }; readonly answer: SummaryAnswer };
  readonly threats: { readonly given: { readonly top: number }; readonly answer: RankedThreats };
  readonly group: { readonly given: GroupsGiven; readonly answer: readonly GroupPage[] };
  readonly expected: {
    readonly given: { readonly top: number; readonly limit: number };
    readonly answer: ExpectedSummary;
  };
  readonly priorities: { readonly given: PrioritiesGiven; readonly answer: PrioritiesSummary };
  readonly 'what-if': { readonly given: { readonly top: number }; readonly answer: SteadinessAnswer };
  readonly confidence: { readonly given: { readonly top: number }; readonly answer: ConfidenceAnswer };
  readonly method: { readonly given: NothingGiven; readonly answer: MethodAnswer };
  readonly note: { readonly given: AnalystNote; readonly answer: AnalystNote };
}

/** Name of a kind of step. */
export type StepName = keyof StepShapes;

/** Every kind of step, in the order of the default playbook. Reader, schema, documentation and report agree with this table. */
export const STEPS: {
  readonly [Name in StepName]: Step<StepShapes[Name]['given'], StepShapes[Name]['answer']>;
} = {
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

/** Names of the steps. */
export const STEP_NAMES: readonly StepName[] = Object.keys(STEPS).filter(isStepName);

function isStepName(text: string): text is StepName {
  return Object.hasOwn(STEPS, text);
}

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
  const step = STEPS[name];
  return step.run(context, withDefaults(step.parameters, told));
}

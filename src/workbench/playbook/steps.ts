import {
  STEP_FORMS,
  stepGiven,
  type PlaybookStep,
  type StepName,
  type StepRun,
} from '../../answers/index.ts';
import type { RunContext } from './run-context.ts';
import type { Step } from './step.ts';
import { CONFIDENCE_STEP } from './steps/confidence-step.ts';
import { EXPECTED_STEP } from './steps/expected-step.ts';
import { GROUP_STEP } from './steps/group-step.ts';
import { METHOD_STEP } from './steps/method-step.ts';
import { NOTE_STEP } from './steps/note-step.ts';
import { PRIORITIES_STEP } from './steps/priorities-step.ts';
import { SUMMARY_STEP } from './steps/summary-step.ts';
import { THREATS_STEP } from './steps/threats-step.ts';
import { WHAT_IF_STEP } from './steps/what-if-step.ts';

const STEPS: { readonly [Name in StepName]: Step<Name> } = {
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

/** Runs a step with the parameters given, and the defaults of the others. */
export function runStep(step: PlaybookStep, context: RunContext): StepRun {
  return runOf(step.step, step, context);
}

function runOf<Name extends StepName>(
  name: Name,
  { title, notes: words = '', with: given }: PlaybookStep,
  context: RunContext,
): StepRun<Name> {
  const { answer, notes = [] } = STEPS[name].run(context, stepGiven(name, given));
  // What is to be known of the ranking is said once, for the whole run.
  const remarks = notes.filter((note) => !context.ranking.notes.includes(note));
  return { step: name, title: title ?? STEP_FORMS[name].title, notes: words, remarks, answer };
}

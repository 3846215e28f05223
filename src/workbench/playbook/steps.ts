import {
  STEP_FORMS,
  stepGiven,
  type PlaybookStep,
  type StepAnswers,
  type StepGiven,
  type StepName,
  type StepRun,
} from '../../answers/index.ts';
import { rulesInForce } from '../explanation/rules.ts';
import { threatsFrom } from '../threats/threats.ts';
import type { Answered } from '../use-case.ts';
import type { RunContext } from './run-context.ts';
import { confidenceIn } from './steps/confidence-step.ts';
import { groupPages } from './steps/group-step.ts';
import { summaryOf } from './steps/summary-step.ts';

type Steps = {
  readonly [Name in StepName]: (context: RunContext, given: StepGiven<Name>) => Answered<StepAnswers[Name]>;
};

const STEPS: Steps = {
  summary: (context, { groups }) => ({ answer: summaryOf(context, groups) }),
  threats: ({ ranking, search }, { top }) => ({ answer: threatsFrom(ranking, top, search.hide ?? []) }),
  group: (context, given) => ({ answer: groupPages(context, given) }),
  expected: ({ expected }, { top, limit }) => expected(top, limit),
  priorities: ({ priorities }, { kind, top, limit }) =>
    priorities(top, limit, kind === 'both' ? undefined : kind),
  'what-if': ({ whatIf }, { top }) => whatIf(top),
  confidence: (context, { top }) => ({ answer: confidenceIn(context, top) }),
  method: ({ desk, ranking, search }) => ({
    answer: {
      factors: ranking.ranked.factors,
      rules: rulesInForce(desk).answer.rules.filter(({ isOn }) => isOn),
      hidden: search.hide ?? [],
    },
  }),
  note: (_, { text }) => ({ answer: { text } }),
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
  const { answer, notes = [] } = STEPS[name](context, stepGiven(name, given));
  // What is to be known of the ranking is said once, for the whole run.
  const remarks = notes.filter((note) => !context.ranking.notes.includes(note));
  return { step: name, title: title ?? STEP_FORMS[name].title, notes: words, remarks, answer };
}

import * as z from 'zod/mini';
import { defined, values } from '../../text/index.ts';
import { PRIORITY_KINDS, THREAT_FACTORS } from '../../threat/index.ts';
import type { Playbook } from './playbook-steps.ts';

const { about, choice, day, eachOf, keysOf, listOf, mapping, numberFrom, someOf, wholeNumber } = values;

/** Which form of playbook file this is; written as `playbook: 1`. */
export const PLAYBOOK_VERSION = 1;

/** A parameter of a step, which may be left out. */
function parameter<Value extends z.ZodMiniType<string | number | readonly string[]>>(
  value: Value,
  description: string,
  fallback: z.output<Value>,
): z.ZodMiniOptional<Value> {
  const schema = z.optional(value);
  z.globalRegistry.add(schema, { description, default: fallback });
  return schema;
}

function parameters<Shape extends z.core.$ZodShape>(shape: Shape) {
  return mapping(shape, 'parameters by name');
}

const words = z.string({ error: 'a text' }).check(z.trim());
const names = someOf(words.check(z.minLength(1)), 'a name or a list of names');

/** Every kind of step, in the order of the default playbook: its heading, what it answers, and its parameters. */
export const STEP_FORMS = {
  summary: {
    title: 'In short',
    answers: 'What must be known by somebody with two minutes?',
    parameters: parameters({ groups: parameter(wholeNumber(1, 20), 'first groups named', 5) }),
  },
  threats: {
    title: 'Groups in order of concern',
    answers: 'Which groups are documented against organisations like this one, in what order, and why?',
    parameters: parameters({ top: parameter(wholeNumber(1, 100), 'groups shown', 15) }),
  },
  group: {
    title: 'The groups one by one',
    answers: 'Who are they, whom do they attack, with what, when were they seen, and what is not known?',
    parameters: parameters({
      top: parameter(wholeNumber(0, 50), 'how many of the first groups get a page', 5),
      groups: parameter(names, 'groups that get a page beside them, by id or name', []),
      techniques: parameter(wholeNumber(0, 50), 'techniques listed for each', 5),
    }),
  },
  expected: {
    title: 'How they are reported to work',
    answers: 'Which techniques are to be expected from what these groups are reported to use?',
    parameters: parameters({
      top: parameter(wholeNumber(1, 100), 'first groups that count', 15),
      limit: parameter(wholeNumber(1, 200), 'techniques shown', 15),
    }),
  },
  priorities: {
    title: 'What to do first',
    answers:
      'Which mitigations answer most of what is to be expected and not yet covered, and which log sources would show it?',
    parameters: parameters({
      kind: parameter(
        choice([...PRIORITY_KINDS, 'both']),
        'what is put in order; `both`: mitigations and log sources, before ATT&CK 18 detections',
        'both',
      ),
      top: parameter(wholeNumber(1, 100), 'first groups that count', 15),
      limit: parameter(wholeNumber(1, 100), 'shown of each kind', 8),
    }),
  },
  'what-if': {
    title: 'How far the order holds',
    answers: 'Which of the first groups would change places if one source or one factor were left out?',
    parameters: parameters({ top: parameter(wholeNumber(1, 100), 'first places compared', 10) }),
  },
  confidence: {
    title: 'How sure this is',
    answers: 'What is not known, what rests on one source or on old reports, and where do sources disagree?',
    parameters: parameters({ top: parameter(wholeNumber(1, 100), 'first groups looked at', 10) }),
  },
  method: {
    title: 'Method and sources',
    answers: 'By which weights, formulas, sources and rules was this computed?',
    parameters: parameters({}),
  },
  note: {
    title: 'Note of the analyst',
    answers: 'What is to be added, in your own words?',
    parameters: parameters({ text: parameter(words, 'paragraphs, with an empty line between them', '') }),
  },
} as const;

/** Name of a kind of step. */
export type StepName = keyof typeof STEP_FORMS;

/** Names of the steps. */
export const STEP_NAMES: readonly StepName[] = Object.keys(STEP_FORMS).filter(isStepName);

function isStepName(text: string): text is StepName {
  return Object.hasOwn(STEP_FORMS, text);
}

/** What a step is given: its parameters, with the defaults of those that nobody named. */
export type StepGiven<Name extends StepName> = Given<z.output<(typeof STEP_FORMS)[Name]['parameters']>>;
type Given<Parameters> = { readonly [Key in keyof Parameters]-?: Exclude<Parameters[Key], undefined> };

/** The parameters given, and the defaults of the others. What cannot be read counts as not given. */
export function stepGiven<Name extends StepName>(
  name: Name,
  given: Readonly<Record<string, unknown>>,
): StepGiven<Name> {
  const keys: Readonly<Record<string, values.KeyMeaning>> = keysOf(STEP_FORMS[name].parameters);
  const entries: unknown[][] = Object.entries(keys).map(([key, { schema, fallback }]) => [
    key,
    z.safeParse(schema, given[key]).data ?? fallback,
  ]);
  return Object.fromEntries(entries);
}

const STEP_NAME = 'the name of a step';

function stepSchema<Name extends StepName>(name: Name) {
  return mapping({
    step: about(z.literal(name, { error: STEP_NAME }), 'its name'),
    title: about(z.optional(words), 'heading in the report, in place of the usual one'),
    notes: about(z.optional(words), 'your own words, which stand under the heading'),
    with: about(z.optional(STEP_FORMS[name].parameters), 'its parameters'),
  }).check(z.meta({ description: STEP_FORMS[name].answers }));
}

/** A step with `step`, `title`, `notes` and `with`. */
const STEP_IN_FULL = z.discriminatedUnion(
  'step',
  [
    stepSchema('summary'),
    stepSchema('threats'),
    stepSchema('group'),
    stepSchema('expected'),
    stepSchema('priorities'),
    stepSchema('what-if'),
    stepSchema('confidence'),
    stepSchema('method'),
    stepSchema('note'),
  ],
  { error: (issue) => ('discriminator' in issue ? STEP_NAME : undefined) },
);

/** `- summary` is `- step: summary`. */
const STEP_BY_NAME = z.pipe(
  z.enum(STEP_NAMES, { error: STEP_NAME }),
  z.transform((step) => ({ step, title: undefined, notes: undefined, with: undefined })),
);

/** Keys of a step. */
export const STEP_KEYS = stepSchema('summary');

const FACTORS = THREAT_FACTORS.map(({ name }) => name);

/** `playbook.yaml`: reader, JSON Schema and documentation are made from it. */
export const PLAYBOOK_FILE = mapping({
  playbook: about(
    z.literal(PLAYBOOK_VERSION, { error: `the number ${String(PLAYBOOK_VERSION)}` }),
    'which form of playbook file this is',
  ),
  title: about(z.optional(words), 'title of the report'),
  organisation: about(
    z.optional(z.string({ error: 'the path of a file' }).check(z.trim())),
    'file of the organisation, from this file; `--org` goes before it',
    'org.yaml',
  ),
  asOf: about(
    z.optional(day),
    'day from which ages count, and after which nothing published is used; without it, when the knowledge was last changed',
    '2025-10-28',
  ),
  hide: about(
    z.optional(someOf(words, 'a list of names')),
    'sources, claimants, campaigns or documents that are not to be used',
  ),
  weights: about(
    z.optional(eachOf(FACTORS, numberFrom(0, 10), 'names of factors, each with a number from 0 to 10')),
    'factor and weight; those not named keep theirs, 0 leaves one out',
    { sector: 1 },
  ),
  steps: about(
    z.optional(
      listOf(
        z.union([STEP_IN_FULL, STEP_BY_NAME], {
          error: 'a step: its name, or `{ step, title, notes, with }`',
        }),
        'a list of steps',
      ),
    ),
    'what the report answers, in order',
  ),
}).check(
  z.meta({
    title: 'Foeprint playbook',
    description: 'An investigation for an organisation as steps. Documented in docs/playbook.md.',
  }),
);

/** What is run where only an organisation is given. */
export const DEFAULT_PLAYBOOK: Playbook = {
  title: 'Threat profile',
  hide: [],
  weights: {},
  steps: STEP_NAMES.filter((step) => step !== 'note').map((step) => ({ step, with: {} })),
};

/** The playbook that a file describes; the organisation that it names is whoever runs it’s to read. */
export function playbookOf(file: z.output<typeof PLAYBOOK_FILE> | undefined): Playbook {
  if (file === undefined) return DEFAULT_PLAYBOOK;
  const { title, asOf, hide = [], weights = {}, steps } = file;
  return {
    title: title ?? DEFAULT_PLAYBOOK.title,
    ...defined({ asOf }),
    hide,
    weights: defined(weights),
    steps:
      steps?.map((step) => ({
        ...defined({ step: step.step, title: step.title, notes: step.notes }),
        with: defined(step.with ?? {}),
      })) ?? DEFAULT_PLAYBOOK.steps,
  };
}

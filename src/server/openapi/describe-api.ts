import { envelopeOf, hasReasons, slimEnvelopeOf } from '../../answers/index.ts';
import { DRAWING_OPTIONS, optionName, parametersOf, type NamedParameter } from '../../forms/index.ts';
import { PACK_NAMES, VERSION } from '../../home/index.ts';
import { TLP_LEVELS } from '../../threat/index.ts';
import { USE_CASES, type UseCase } from '../../workbench/index.ts';
import { formNames } from '../answering/answer-in.ts';
import { pageNames } from '../questions/asked-page.ts';
import { fieldOfText, TEXT_TYPES } from '../questions/read-fields.ts';
import { MEDIA_TYPES } from '../answering/media-types.ts';
import { actionPaths, JOB } from './describe-actions.ts';
import { readingPaths } from './describe-readings.ts';
import { exampleQuestion } from './example-question.ts';
import { FIXED_COMPONENTS, FIXED_PATHS, REFUSALS } from './fixed-parts.ts';
import { Schemas, type Schema } from './schemas.ts';

/** What the API is, as OpenAPI 3.1: every question from its own row. */
export async function describeApi(): Promise<Schema> {
  const schemas = new Schemas();
  const paths: Record<string, Schema> = {};
  for (const [name, load] of Object.entries(USE_CASES)) {
    const useCase: UseCase = await load();
    paths[`/api/${name}`] = pathOf(name, useCase, schemas);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foeprint',
      version: VERSION,
      summary:
        'Which groups are likely to attack, how, and what to do about it, with every answer explained.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    // Where no token is demanded, none is needed.
    security: [{}, { token: [] }, { session: [] }],
    paths: {
      ...paths,
      ...(await readingPaths(schemas)),
      ...(await actionPaths(schemas)),
      ...FIXED_PATHS,
    },
    components: {
      ...FIXED_COMPONENTS,
      schemas: { ...schemas.shapes, ...FIXED_COMPONENTS.schemas, Job: JOB },
    },
  };
}

function pathOf(name: string, useCase: UseCase, schemas: Schemas): Schema {
  const { question, summary, details } = useCase;
  const parameters = parametersOf(useCase);
  const options = optionsOf(useCase, parameters);
  const responses = {
    200: answerOf(name, useCase, envelopesOf(name, useCase, schemas)),
    204: { description: 'There is nothing to be shown in this form.' },
    ...REFUSALS,
  };
  const described = {
    summary,
    ...(details === undefined ? {} : { description: details }),
    tags: ['questions'],
  };
  const needed = fieldsNeeded(useCase, parameters);
  return {
    get: {
      operationId: `get-${name}`,
      ...described,
      parameters: [
        ...parameters.map((each) => parameterOf(each, needed.has(each.field), schemas, useCase)),
        ...options,
      ],
      responses: { ...responses, 304: { description: 'What the header `If-None-Match` names still holds.' } },
    },
    post: {
      operationId: `ask-${name}`,
      ...described,
      parameters: options,
      requestBody: {
        required: needed.size > 0,
        content: {
          'application/json': { schema: schemas.of(question, 'input'), ...examplesOf(useCase) },
          ...(fieldOfText(useCase) === undefined
            ? {}
            : Object.fromEntries(TEXT_TYPES.map((type) => [type, { schema: { type: 'string' } }]))),
        },
      },
      responses,
    },
  };
}

/** The envelope of an answer, also as it is without its reasons where it has any: `format=slim`. */
function envelopesOf(name: string, { question, answer }: UseCase, schemas: Schemas): Schema {
  const whole = schemas.of(envelopeOf(name, question, answer), 'output');
  if (!hasReasons(answer)) return whole;
  return { anyOf: [whole, schemas.of(slimEnvelopeOf(name, question, answer), 'output')] };
}

function answerOf(name: string, useCase: UseCase, envelope: Schema): Schema {
  const types = formNames(useCase).map((form) => bare(MEDIA_TYPES[form]?.type ?? ''));
  const others = [...new Set(types)].filter((type) => type !== JSON_TYPE);
  return {
    description: `The answer of ${name}, in its envelope.`,
    headers: {
      ETag: { schema: { type: 'string' }, description: 'Says which answer it is.' },
      'Foeprint-Marking': {
        schema: { type: 'string' },
        description:
          'How far the answer may go, e.g. `TLP:AMBER`; absent where nothing above clear is in it.',
      },
      ...(useCase.rows === undefined ? {} : PAGE_HEADERS),
    },
    content: {
      [JSON_TYPE]: { schema: envelope },
      ...Object.fromEntries(others.map((type) => [type, {}])),
    },
  };
}

/** What is said of a page beside it. */
const PAGE_HEADERS = {
  Link: {
    schema: { type: 'string' },
    description: 'Of a page: where the first, the one before and the next are.',
  },
  'Foeprint-Total': {
    schema: { type: 'integer' },
    description: 'Of a page: how many there are in all, where that is known.',
  },
};

const JSON_TYPE = 'application/json';

function bare(type: string): string {
  return type.split(';', 1)[0] ?? type;
}

/** Fields without which there is no question. */
function fieldsNeeded({ question }: UseCase, parameters: readonly NamedParameter[]): ReadonlySet<string> {
  const read = question.safeParse({});
  const lacking = read.success ? [] : read.error.issues.map(({ path: [field] }) => String(field));
  return new Set(parameters.map(({ field }) => field).filter((field) => lacking.includes(field)));
}

function parameterOf(
  { field, label, fallback, holds, isMany }: NamedParameter,
  required: boolean,
  schemas: Schemas,
  { question }: UseCase,
): Schema {
  const shape: unknown = Reflect.get(question.def, 'shape');
  const own = typeof shape === 'object' && shape !== null ? Reflect.get(shape, field) : undefined;
  const { description: _, ...schema } = schemas.of(own, 'input');
  const description = fallback === undefined ? label : `${label}; default: ${fallback}`;
  return {
    name: field,
    in: 'query',
    description,
    required,
    ...(holds === undefined
      ? { schema, ...(isMany ? { style: 'form', explode: true } : {}) }
      : { content: { [JSON_TYPE]: { schema } } }),
  };
}

/** What is asked for beside the fields of the question. */
function optionsOf(useCase: UseCase, parameters: readonly NamedParameter[]): readonly Schema[] {
  const own = new Set(parameters.map(({ field }) => field));
  const drawn = useCase.layers === undefined ? [] : DRAWING_OPTIONS;
  const options = [
    query('format', 'the form of the answer, before what `Accept` says', formNames(useCase)),
    query(
      'tlp',
      'leave out what is marked above this level',
      TLP_LEVELS.map(({ name }) => name),
    ),
    ...(own.has('release')
      ? [{ ...query('rules', 'rule packs in place of those configured', PACK_NAMES), ...MANY }]
      : []),
    ...pageNames(useCase).map((name) => PAGES[name]),
    ...drawn.map(({ flags, help, choices = ['true', 'false'] }) => query(optionName(flags), help, choices)),
  ];
  return options.flatMap((option) => (option === undefined || own.has(option.name) ? [] : [option]));
}

/** What a query says of pages, by its name. */
const PAGES: Readonly<Record<string, ReturnType<typeof count>>> = {
  offset: count('offset', 'how many of the main list are left out before what is given; default: 0'),
  limit: count('limit', 'how many of the main list are given; default: all, with `offset` 100'),
};

function count(name: string, description: string) {
  const schema = { type: 'integer', minimum: 0, maximum: 999_999_999 };
  return { name, in: 'query', description, required: false, schema };
}

const MANY = { style: 'form', explode: true } as const;

function query(name: string, description: string, values: readonly string[]) {
  return { name, in: 'query', description, required: false, schema: { type: 'string', enum: values } };
}

function examplesOf(useCase: UseCase): object {
  const examples = useCase.examples.flatMap(({ line, label }) => {
    const value = exampleQuestion(useCase, line);
    return value === undefined ? [] : [[label, { summary: label, value }] as const];
  });
  return examples.length === 0 ? {} : { examples: Object.fromEntries(examples) };
}

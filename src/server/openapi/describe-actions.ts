import { ACTIONS, isFile, type Action } from '../../actions/index.ts';
import { envelopeOf, JournalAnswer, optional, text } from '../../answers/index.ts';
import * as z from 'zod/mini';
import { REFUSALS } from './fixed-parts.ts';
import type { Schema, Schemas } from './schemas.ts';

const JSON_TYPE = 'application/json';

/** What changes the home, each action from its own row, and what is beside: jobs, undoing, the journal. */
export async function actionPaths(schemas: Schemas): Promise<Readonly<Record<string, Schema>>> {
  const paths: Record<string, Schema> = {};
  for (const [name, load] of Object.entries(ACTIONS)) {
    const action: Action = await load();
    paths[`/api/actions/${name}`] = { post: actionOf(name, action, schemas) };
  }
  const job = { $ref: '#/components/schemas/Job' };
  return {
    ...paths,
    '/api/undo/{entry}': {
      post: {
        operationId: 'undo-entry',
        tags: ['actions'],
        summary: 'undo what an entry of the journal did',
        parameters: [{ name: 'entry', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { ...answers('undo', await ACTIONS.undo(), schemas), ...REFUSALS },
      },
    },
    '/api/jobs/{id}': {
      get: {
        operationId: 'get-job',
        tags: ['actions'],
        summary: 'how far an action has come; as `text/event-stream`, whenever that changes',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: {
            description: 'The job.',
            content: { [JSON_TYPE]: { schema: job }, 'text/event-stream': { schema: { type: 'string' } } },
          },
          ...REFUSALS,
        },
      },
    },
    '/api/journal': {
      get: {
        operationId: 'get-journal',
        tags: ['actions'],
        summary: 'who changed the home, when and how, and what of that can be undone',
        parameters: [
          {
            name: 'limit',
            in: 'query',
            description: 'the most entries to show; default: 20',
            required: false,
            schema: { type: 'integer', minimum: 0, maximum: 99_999 },
          },
        ],
        responses: {
          200: {
            description: 'The entries, the newest first.',
            content: { [JSON_TYPE]: { schema: schemas.of(JournalAnswer, 'output') } },
          },
          ...REFUSALS,
        },
      },
    },
  };
}

/** What is said of an action that has not ended, or was asked about later. */
export const JOB: Schema = {
  type: 'object',
  required: ['job', 'action', 'askedAt', 'state'],
  properties: {
    job: { type: 'string', description: 'its id, under /api/jobs/' },
    action: { type: 'string' },
    askedAt: { type: 'string', format: 'date-time' },
    state: { type: 'string', enum: ['waiting', 'running', 'done', 'refused'] },
    progress: { type: 'string', description: 'what is done now' },
    answer: { type: 'object', description: 'what the action answered, where it is done' },
    error: { type: 'object', description: 'what it was refused with' },
  },
};

function actionOf(name: string, action: Action, schemas: Schemas): Schema {
  const { summary, details, role, given } = action;
  const body = schemas.of(z.strictObject(given), 'input');
  const files = Object.keys(given).filter((field) => isFile(given, field));
  const form: Schema = {
    type: 'object',
    properties: {
      given: { ...body, description: 'the other fields, as JSON' },
      ...Object.fromEntries(
        files.map((field) => [
          field,
          { type: 'array', items: { type: 'string', contentMediaType: 'application/octet-stream' } },
        ]),
      ),
    },
  };
  return {
    operationId: `do-${name}`,
    tags: ['actions'],
    summary,
    description: [details ?? '', `Takes the role ${role}.`].filter((each) => each !== '').join(' '),
    parameters: [
      {
        name: 'Prefer',
        in: 'header',
        description: '`respond-async`: answer with the job at once',
        required: false,
        schema: { type: 'string', enum: ['respond-async'] },
      },
    ],
    requestBody: {
      required: true,
      content: {
        [JSON_TYPE]: { schema: body },
        ...(files.length === 0 ? {} : { 'multipart/form-data': { schema: form } }),
      },
    },
    responses: { ...answers(name, action, schemas), ...REFUSALS },
  };
}

/** What an action answers, with its entry in the journal; a job where it takes longer. */
function answers(
  name: string,
  { given, answer }: Action,
  schemas: Schemas,
): Readonly<Record<string, Schema>> {
  const envelope = schemas.of(envelopeOf(name, z.strictObject(given), answer), 'output');
  const journal = schemas.of(z.object(IN_JOURNAL), 'output');
  return {
    200: {
      description: 'What came of it.',
      content: { [JSON_TYPE]: { schema: { allOf: [withMore(envelope), journal] } } },
    },
    202: {
      description: 'It takes longer: what to ask about.',
      headers: { Location: { schema: { type: 'string' }, description: 'address of the job' } },
      content: { [JSON_TYPE]: { schema: { $ref: '#/components/schemas/Job' } } },
    },
  };
}

const IN_JOURNAL = {
  journal: optional(z.int().check(z.describe('its entry in the journal; absent where nothing was changed'))),
  isUndoable: optional(z.boolean().check(z.describe('whether that can be undone'))),
  undo: optional(text('where to post to, to undo it')),
};

/** The same, where more may stand beside its fields. */
function withMore(schema: Schema): Schema {
  const { additionalProperties: _, ...open } = schema;
  return open;
}

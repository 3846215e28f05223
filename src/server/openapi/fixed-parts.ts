import { MARKING_LEVELS } from '../../facts/index.ts';
import { TOKEN_ROLES } from '../../answers/index.ts';
import type { Schema } from './schemas.ts';

/* What of the description follows from no row. */

/** What any route may refuse, by status. */
export const REFUSALS: Readonly<Record<string, Schema>> = Object.fromEntries(
  [400, 401, 403, 404, 406, 409, 413, 415, 429, 431, 500, 503].map((status) => [
    status,
    { $ref: '#/components/responses/Refusal' },
  ]),
);

const text = { type: 'string' };

const SESSION = {
  type: 'object',
  required: ['caller', 'foeprint', 'knowledge'],
  properties: {
    caller: {
      type: 'object',
      required: ['name', 'role', 'clearance', 'by'],
      properties: {
        name: { ...text, description: 'name of the token; `local` for whoever is at the machine' },
        role: { ...text, enum: TOKEN_ROLES },
        clearance: { ...text, enum: MARKING_LEVELS },
        by: { ...text, enum: ['local', 'token', 'session'] },
      },
    },
    foeprint: { ...text, description: 'version of Foeprint' },
    knowledge: { ...text, description: 'changes with what the home holds' },
    csrf: { ...text, description: 'of a session: goes into the header `x-csrf-token` of everything but GET' },
  },
};

const json = (schema: Schema): Schema => ({ content: { 'application/json': { schema } } });
const shown = { description: 'Who asks.', ...json({ $ref: '#/components/schemas/Session' }) };

/** A message of the Model Context Protocol. */
const MESSAGE = {
  type: 'object',
  required: ['jsonrpc'],
  properties: { jsonrpc: { const: '2.0' }, method: text, params: { type: 'object' } },
};

export const FIXED_PATHS: Readonly<Record<string, Schema>> = {
  '/api/session': {
    get: {
      operationId: 'get-session',
      tags: ['session'],
      summary: 'who asks',
      responses: { 200: shown, ...REFUSALS },
    },
    post: {
      operationId: 'open-session',
      tags: ['session'],
      summary: 'open a session for a browser',
      security: [{}],
      requestBody: {
        required: true,
        ...json({ type: 'object', required: ['token'], properties: { token: text } }),
      },
      responses: { 201: shown, ...REFUSALS },
    },
    delete: {
      operationId: 'end-session',
      tags: ['session'],
      summary: 'end the session',
      responses: { 204: { description: 'It has ended.' }, ...REFUSALS },
    },
  },
  '/healthz': {
    get: {
      operationId: 'get-health',
      tags: ['server'],
      summary: 'whether the server is up',
      security: [{}],
      responses: {
        200: {
          description: 'It is.',
          ...json({ type: 'object', required: ['status'], properties: { status: { const: 'ok' } } }),
        },
      },
    },
  },
  '/metrics': {
    get: {
      operationId: 'get-metrics',
      tags: ['server'],
      summary: 'what the server counts of itself, for Prometheus',
      responses: {
        200: { description: 'The counts.', content: { 'text/plain': { schema: text } } },
        ...REFUSALS,
      },
    },
  },
  '/api/openapi.json': {
    get: {
      operationId: 'get-description',
      tags: ['server'],
      summary: 'this description',
      responses: { 200: { description: 'It.', ...json({ type: 'object' }) }, ...REFUSALS },
    },
  },
  '/mcp': {
    post: {
      operationId: 'ask-by-mcp',
      tags: ['assistants'],
      summary: 'the Model Context Protocol, one message of JSON-RPC 2.0 a request; docs/mcp.md has the tools',
      requestBody: { required: true, ...json(MESSAGE) },
      responses: {
        200: {
          description: 'The answer, as JSON or as an event stream that ends with it.',
          content: { 'application/json': { schema: MESSAGE }, 'text/event-stream': { schema: text } },
        },
        202: { description: 'A notification was taken.' },
        ...REFUSALS,
        ...Object.fromEntries(
          [400, 404, 406, 413, 415].map((status) => [
            status,
            {
              description: 'What is wrong, as JSON-RPC says it, or as the rest of the API does.',
              ...json({ anyOf: [MESSAGE, { $ref: '#/components/schemas/Refusal' }] }),
            },
          ]),
        ),
      },
    },
  },
};

export const FIXED_COMPONENTS = {
  schemas: {
    Session: SESSION,
    Issue: {
      type: 'object',
      required: ['code', 'severity', 'message'],
      properties: {
        code: { ...text, description: 'stays the same between releases, e.g. `W601`' },
        severity: { ...text, enum: ['error', 'warning'] },
        message: { ...text, description: 'what is wrong' },
        hint: { ...text, description: 'the next step' },
        place: {
          type: 'object',
          properties: {
            file: text,
            line: { type: 'integer' },
            column: { type: 'integer' },
            object: text,
            field: text,
          },
        },
      },
    },
    Refusal: {
      type: 'object',
      required: ['error'],
      properties: {
        error: {
          type: 'object',
          required: ['issues'],
          properties: {
            issues: { type: 'array', minItems: 1, items: { $ref: '#/components/schemas/Issue' } },
            marking: { ...text, description: 'how far the refusal may go, where it names what is marked' },
          },
        },
      },
    },
  },
  responses: {
    Refusal: { description: 'What is wrong.', ...json({ $ref: '#/components/schemas/Refusal' }) },
  },
  securitySchemes: {
    token: { type: 'http', scheme: 'bearer', description: 'as `foeprint token add` prints it' },
    session: { type: 'apiKey', in: 'cookie', name: 'foeprint_session' },
  },
};

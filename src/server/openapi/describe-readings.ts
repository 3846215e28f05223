import { USE_CASES, type UseCase } from '../../workbench/index.ts';
import { READ_FIELDS, type ReadField } from '../questions/read-fields.ts';
import { REFUSALS } from './fixed-parts.ts';
import type { Schema, Schemas } from './schemas.ts';

/** Files that are read into fields of questions, each as the question takes it. */
export async function readingPaths(schemas: Schemas): Promise<Readonly<Record<string, Schema>>> {
  const paths: Record<string, Schema> = {};
  for (const [field, row] of Object.entries(ROWS)) {
    const useCase: UseCase = await USE_CASES[row.useCase]();
    paths[`/api/read/${field}`] = { post: readingOf(field, row, useCase, schemas) };
  }
  return paths;
}

const ROWS: Readonly<Record<string, ReadField>> = READ_FIELDS;

function readingOf(field: string, { summary }: ReadField, { question }: UseCase, schemas: Schemas): Schema {
  const shape: unknown = Reflect.get(question.def, 'shape');
  const own = typeof shape === 'object' && shape !== null ? Reflect.get(shape, field) : undefined;
  const reading = {
    type: 'object',
    required: ['value', 'issues'],
    properties: {
      value: { ...schemas.of(own, 'input'), description: `as questions take it as \`${field}\`` },
      issues: {
        type: 'array',
        items: { $ref: '#/components/schemas/Issue' },
        description: 'what could not be used; the rest is in `value`',
      },
    },
  };
  return {
    operationId: `read-${field}`,
    tags: ['files'],
    summary,
    description: 'The body is the file itself, of whatever media type. Nothing is kept.',
    parameters: [
      {
        name: 'file',
        in: 'query',
        description: 'name of the file: what it ends with can say what it is',
        required: false,
        schema: { type: 'string' },
      },
    ],
    requestBody: { required: true, content: { 'application/octet-stream': {} } },
    responses: {
      200: { description: 'What it holds.', content: { 'application/json': { schema: reading } } },
      ...REFUSALS,
    },
  };
}

import type { StandardSchemaWithJSON } from '@modelcontextprotocol/server';
import * as z from 'zod/mini';
import { sayFault } from '../workbench/index.ts';

/** A JSON Schema. */
type JsonSchema = Record<string, unknown>;

/**
 * A schema as the server lists it. It lets everything through: arguments are read where a tool is called, so that what is wrong with
 * them is said with codes, and results are checked in tests.
 */
export function listedSchema(schema: z.ZodMiniType): StandardSchemaWithJSON<Record<string, unknown>> {
  return {
    '~standard': {
      version: 1,
      vendor: 'foeprint',
      validate: (value) => ({ value: objectOf(value) }),
      jsonSchema: {
        input: () => jsonSchemaOf(schema, 'input'),
        output: () => jsonSchemaOf(schema, 'output'),
      },
    },
  };
}

/** A schema by which what is given is checked before it is handed on. */
export function checkedSchema(schema: z.ZodMiniType): StandardSchemaWithJSON<Record<string, unknown>> {
  const { '~standard': listed } = listedSchema(schema);
  return {
    '~standard': {
      ...listed,
      validate: (value) => {
        const { error } = schema.safeParse(value, { reportInput: true });
        return error === undefined
          ? { value: objectOf(value) }
          : { issues: error.issues.map((fault) => ({ message: `${sayFault(fault)}.` })) };
      },
    },
  };
}

const made = new WeakMap<z.ZodMiniType, Map<string, JsonSchema>>();

/** Made once for each: a server may be made for each request. */
function jsonSchemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const known = made.get(schema) ?? new Map<string, JsonSchema>();
  made.set(schema, known);
  const listed =
    known.get(io) ??
    z.toJSONSchema(schema, {
      io,
      target: 'draft-2020-12',
      override: ({ jsonSchema }) => {
        delete jsonSchema.readOnly;
      },
    });
  known.set(io, listed);
  return listed;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

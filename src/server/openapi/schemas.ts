import * as z from 'zod/mini';
import { isMapping } from '../../text/index.ts';

/** JSON Schema, as OpenAPI 3.1 has it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Where shapes with a name stand. */
const COMPONENTS = '#/components/schemas/';

/** Schemas of a description, with the shapes that they share by name. */
export class Schemas {
  readonly #shapes = new Map<string, Schema>();

  /** All shapes that were named, by name. */
  get shapes(): Readonly<Record<string, Schema>> {
    const sorted = [...this.#shapes].toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(sorted);
  }

  /**
   * The schema of a value.
   *
   * @param io whether it is as it is sent, with what may be left out, or as it is answered, with all that holds by default
   */
  of(schema: z.core.$ZodType, io: 'input' | 'output'): Schema {
    const {
      $schema: _,
      $defs,
      ...own
    } = z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override: ({ jsonSchema }) => {
        delete jsonSchema.readOnly;
      },
    });
    // What may be left out where it is sent stands there where it is answered: the same shape under two names.
    const suffix = io === 'input' ? 'Given' : '';
    for (const [name, shape] of Object.entries($defs ?? {}))
      this.#shapes.set(`${name}${suffix}`, referring(shape, suffix));
    return referring(own, suffix);
  }
}

function referring(value: object, suffix: string): Schema {
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string'
        ? each.replace('#/$defs/', COMPONENTS) + suffix
        : inside(each, suffix),
    ]),
  );
}

function inside(value: unknown, suffix: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inside(each, suffix));
  return isMapping(value) ? referring(value, suffix) : value;
}

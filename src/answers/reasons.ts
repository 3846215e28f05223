import * as z from 'zod/mini';

/** What stands in a slim answer in place of a reason. */
export const SLIM_FORMS = ['count', 'nothing'] as const;
/** One of {@link SLIM_FORMS}. */
export type SlimForm = (typeof SLIM_FORMS)[number];

/** Of schemas of reasons, what stands in their place where an answer is slim. */
export const REASONS = z.registry<{ readonly becomes: SlimForm }>();

/** By what the reasons of a thing in an answer can be asked for. */
export interface AskedWhy {
  /** The field of the thing that says what it is. */
  readonly own: string;
  /** Fields one of which stands in something around it, the nearest first: what it is related to. */
  readonly outer: readonly string[];
  /** A use case and its field, where it is not `explain`: `expect?explain`. */
  readonly by?: string;
}

/** Of shapes, how the reasons of what has the shape can be asked for. */
export const ASKED_WHY = z.registry<AskedWhy>();

/** A list of reasons: slim answers have how many there are. */
export function reasons<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  REASONS.add(schema, { becomes: 'count' });
  return schema;
}

/** A reason that slim answers leave out, because what is beside it says how many there are, or nothing has to. */
export function leftOut<Schema extends z.ZodMiniType>(schema: Schema): Schema {
  REASONS.add(schema, { becomes: 'nothing' });
  return schema;
}

/**
 * A shape of what is related to something around it, as `explain` explains it: slim answers have a handle to the reasons.
 *
 * @param own the field that says what it is, e.g. `technique`
 * @param outer fields of what stands around it, one of which says what it is related to, e.g. `group`
 */
export function explained<Schema extends z.ZodMiniType>(
  schema: Schema,
  own: string,
  ...outer: readonly string[]
): Schema {
  ASKED_WHY.add(schema, { own, outer });
  return schema;
}

/**
 * A shape of what another question gives the reasons of.
 *
 * @param own the field that says what it is
 * @param by the use case and its field that takes it: `expect?explain`
 */
export function explainedBy<Schema extends z.ZodMiniType>(schema: Schema, own: string, by: string): Schema {
  ASKED_WHY.add(schema, { own, outer: [], by });
  return schema;
}

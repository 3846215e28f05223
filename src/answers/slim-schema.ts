import * as z from 'zod/mini';
import { ASKED_WHY, REASONS } from './reasons.ts';
import { count, text } from './schema.ts';

/** Any schema. */
export type Schema = z.core.$ZodType;

const HANDLE =
  'its reasons: `G0016~T1055` is asked of `explain`, `expect?explain=T1055` of that use case with this field and the others as in the question; absent where there is nothing to ask by';

const made = new Map<Schema, Schema | undefined>();

/** Whether an answer of this schema has reasons that a slim one leaves out or has handles to. */
export function hasReasons(schema: Schema): boolean {
  return slimSchema(schema) !== schema;
}

/**
 * The schema of slim answers: reasons are counted or left out, and what can be explained has a handle. The schema itself where it has
 * neither; undefined where all of it is left out.
 */
export function slimSchema(schema: Schema): Schema | undefined {
  if (made.has(schema)) return made.get(schema);
  const slim = holdsReasons(schema) ? slimmer(schema) : schema;
  made.set(schema, slim);
  return slim;
}

/** Whether a slim answer differs anywhere below this. */
function holdsReasons(schema: Schema, passed: ReadonlySet<Schema> = new Set()): boolean {
  if (REASONS.get(schema) !== undefined || ASKED_WHY.get(schema) !== undefined) return true;
  // A shape that holds itself is looked at once.
  if (passed.has(schema)) return false;
  const here = new Set([...passed, schema]);
  return partsOf(schema).some((part) => holdsReasons(part, here));
}

/** What a schema is made of. */
function partsOf(schema: Schema): readonly Schema[] {
  if (schema instanceof z.ZodMiniObject) return Object.values(schema.def.shape).map(whole);
  if (schema instanceof z.ZodMiniArray) return [whole(schema.def.element)];
  if (schema instanceof z.ZodMiniRecord) return [whole(schema.def.valueType)];
  if (schema instanceof z.ZodMiniUnion) return schema.def.options.map(whole);
  const inner = innerOf(schema);
  return inner === undefined ? [] : [inner];
}

/** What a schema wraps, where it only says that a value may be absent or is not written to. */
export function innerOf(schema: Schema): Schema | undefined {
  if (schema instanceof z.ZodMiniReadonly) return whole(schema.def.innerType);
  if (schema instanceof z.ZodMiniExactOptional) return whole(schema.def.innerType);
  if (schema instanceof z.ZodMiniOptional) return whole(schema.def.innerType);
  return undefined;
}

function slimmer(schema: Schema): Schema | undefined {
  const reason = REASONS.get(schema);
  const { description = '' } = z.globalRegistry.get(schema) ?? {};
  if (reason !== undefined)
    return reason.becomes === 'count' ? count(`how many there are: ${description}`) : undefined;
  return named(rebuilt(schema, false), schema);
}

/** Shapes keep their names, with a word before them. */
function named(slim: Schema | undefined, schema: Schema): Schema | undefined {
  const { id, description } = z.globalRegistry.get(schema) ?? {};
  if (slim === undefined || description === undefined) return slim;
  z.globalRegistry.add(slim, { ...(id === undefined ? {} : { id: `Slim${id}` }), description });
  return slim;
}

function rebuilt(schema: Schema, isAsked: boolean): Schema | undefined {
  const hasHandle = isAsked || ASKED_WHY.get(schema) !== undefined;
  if (schema instanceof z.ZodMiniObject) return z.strictObject(slimFields(schema.def.shape, hasHandle));
  if (schema instanceof z.ZodMiniUnion)
    return z.union(partsOf(schema).flatMap((option) => slimSchema(option) ?? []));
  const wrap = WRAPPERS.find(({ is }) => schema instanceof is);
  const [part] = partsOf(schema);
  if (wrap === undefined || part === undefined)
    throw new TypeError('A schema of this kind holds nothing that a slim answer could leave out.');
  // A handle stands in the object, however that is wrapped.
  const slim = innerOf(schema) === undefined ? slimSchema(part) : rebuilt(part, hasHandle);
  return slim && wrap.around(slim);
}

const WRAPPERS = [
  { is: z.ZodMiniReadonly, around: (schema: Schema): Schema => z.readonly(schema) },
  { is: z.ZodMiniExactOptional, around: (schema: Schema): Schema => z.exactOptional(schema) },
  { is: z.ZodMiniOptional, around: (schema: Schema): Schema => z.optional(schema) },
  { is: z.ZodMiniArray, around: (schema: Schema): Schema => z.array(schema) },
  { is: z.ZodMiniRecord, around: (schema: Schema): Schema => z.record(z.string(), schema) },
];

function slimFields(fields: z.core.$ZodLooseShape, hasHandle: boolean): Record<string, Schema> {
  const slim = Object.entries(fields).flatMap(([name, field]) => {
    const slimField = slimSchema(whole(field));
    return slimField === undefined ? [] : [[name, slimField] as const];
  });
  return { ...Object.fromEntries(slim), ...(hasHandle ? { why: z.exactOptional(text(HANDLE)) } : {}) };
}

/** A part of a schema as a schema: zod types parts by less than they are. */
export function whole(part: z.core.SomeType): Schema {
  if (part instanceof z.core.$ZodType) return part;
  throw new TypeError('A part of a schema is a schema.');
}

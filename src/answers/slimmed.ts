import * as z from 'zod/mini';
import { isMapping } from '../text/index.ts';
import { typesOf } from '../threat/index.ts';
import type { Envelope, SlimEnvelope } from './envelope.ts';
import { ASKED_WHY, REASONS, type AskedWhy } from './reasons.ts';
import { hasReasons, innerOf, whole, type Schema } from './slim-schema.ts';

/** An answer in its envelope without its reasons. @param schema that of the answer */
export function slimEnvelope(schema: Schema, envelope: Envelope): SlimEnvelope {
  return { ...envelope, answer: slimmed(schema, envelope.answer), detail: 'slim' };
}

/**
 * An answer without its reasons, as its schema `slimEnvelopeOf` describes it: each list of them is replaced by how many there are, sentences and
 * citations are left out, and what can be explained has a handle, `why`, to ask for them by.
 *
 * @param answer as the schema describes it
 */
function slimmed(schema: Schema, answer: unknown): unknown {
  return slim(schema, answer, []);
}

type Values = Readonly<Record<string, unknown>>;

/** @param around what the value stands in, the nearest first */
function slim(schema: Schema, value: unknown, around: readonly Values[], asked?: AskedWhy): unknown {
  if (asked === undefined && !hasReasons(schema)) return value;
  const why = ASKED_WHY.get(schema) ?? asked;
  const inner = innerOf(schema);
  if (inner !== undefined) return slim(inner, value, around, why);
  if (schema instanceof z.ZodMiniUnion) {
    const option = schema.def.options.map(whole).find((each) => z.core.safeParse(each, value).success);
    return option === undefined ? value : slim(option, value, around, why);
  }
  if (schema instanceof z.ZodMiniArray && Array.isArray(value))
    return value.map((each: unknown) => slim(whole(schema.def.element), each, around));
  if (!isMapping(value)) return value;
  if (schema instanceof z.ZodMiniRecord)
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, slim(whole(schema.def.valueType), each, around)]),
    );
  if (!(schema instanceof z.ZodMiniObject)) return value;
  const handle = why && handleOf(why, value, around);
  return {
    ...Object.fromEntries(slimFields(schema.def.shape, value, around)),
    ...(handle === undefined ? {} : { why: handle }),
  };
}

function slimFields(
  fields: z.core.$ZodLooseShape,
  value: Values,
  around: readonly Values[],
): readonly (readonly [string, unknown])[] {
  return Object.entries(fields).flatMap(([name, part]) => {
    const field = whole(part);
    const given = value[name];
    if (given === undefined) return [];
    const reason = REASONS.get(field);
    if (reason === undefined) return [[name, slim(field, given, [value, ...around])] as const];
    return reason.becomes === 'count' ? [[name, howMany(given)] as const] : [];
  });
}

function howMany(reasons: unknown): number {
  return Array.isArray(reasons) ? reasons.length : 1;
}

function handleOf(
  { own, outer, by }: AskedWhy,
  value: Values,
  around: readonly Values[],
): string | undefined {
  const thing = thingIn(value[own]);
  if (thing === undefined) return undefined;
  if (by !== undefined) return `${by}=${thing.name}`;
  const related = around.flatMap((each) => outer.map((field) => each[field])).find((each) => thingIn(each));
  const other = thingIn(related);
  if (other === undefined) return undefined;
  const pair = other.rank <= thing.rank ? [other, thing] : [thing, other];
  return pair.map(({ name }) => name).join('~');
}

interface Named {
  readonly name: string;
  readonly rank: number;
}

/** Who does something stands before what it does it with, and that before everything else. */
const ORDER: readonly (readonly string[])[] = [
  [...typesOf('group'), ...typesOf('actor')],
  typesOf('campaign'),
  typesOf('software'),
];

function thingIn(mention: unknown): Named | undefined {
  if (!isMapping(mention)) return undefined;
  const { id, label, type } = mention;
  if (typeof id !== 'string' || typeof label !== 'string' || typeof type !== 'string') return undefined;
  const place = ORDER.findIndex((types) => types.includes(type));
  return { name: label || id, rank: place < 0 ? ORDER.length : place };
}

import * as z from 'zod/mini';

/*
 * The few words that answers are described in. Each gives a zod schema that says what its value means, so that types, checks,
 * JSON Schemas and the reference come from one place.
 */

/** A text. */
export function text(meaning: string): z.ZodMiniString {
  return z.string().check(z.describe(meaning));
}

/** A number that need not be whole; the meaning says its unit and range. */
export function number(meaning: string): z.ZodMiniNumber {
  return z.number().check(z.describe(meaning));
}

/** How many; 0 or more. */
export function count(meaning: string): z.ZodMiniNumber {
  return z.int().check(z.minimum(0), z.describe(meaning));
}

/** True or false. */
export function truth(meaning: string): z.ZodMiniBoolean {
  return z.boolean().check(z.describe(meaning));
}

/** One of a few words. */
export function oneOf<const Values extends readonly [string, ...string[]]>(
  values: Values,
  meaning: string,
): z.ZodMiniEnum<{ [Value in Values[number]]: Value }> {
  return z.enum(values).check(z.describe(meaning));
}

/** Any number of values, in the order that the meaning says. */
export function list<Item extends z.core.SomeType>(
  item: Item,
  meaning: string,
): z.ZodMiniReadonly<z.ZodMiniArray<Item>> {
  return z.readonly(z.array(item)).check(z.describe(meaning));
}

/** Values by name. */
export function byName<Value extends z.core.SomeType>(
  value: Value,
  meaning: string,
): z.ZodMiniReadonly<z.ZodMiniRecord<z.ZodMiniString, Value>> {
  return z.readonly(z.record(z.string(), value)).check(z.describe(meaning));
}

/** A value for each of a few names. */
export function forEach<const Names extends readonly [string, ...string[]], Value extends z.core.SomeType>(
  names: Names,
  value: Value,
  meaning: string,
): z.ZodMiniReadonly<z.ZodMiniRecord<z.ZodMiniEnum<{ [Name in Names[number]]: Name }>, Value>> {
  return z.readonly(z.record(z.enum(names), value)).check(z.describe(meaning));
}

/** A value of one of two shapes. */
export function either<One extends z.core.SomeType, Other extends z.core.SomeType>(
  one: One,
  other: Other,
  meaning: string,
): z.ZodMiniUnion<readonly [One, Other]> {
  return z.union([one, other] as const).check(z.describe(meaning));
}

/** An object of another standard, with the fields that this gives it. */
export function foreign(
  meaning: string,
): z.ZodMiniReadonly<z.ZodMiniRecord<z.ZodMiniString, z.ZodMiniUnknown>> {
  return byName(z.unknown(), meaning);
}

/** A value of a shape described elsewhere, with what it is here. */
export function as<Schema extends z.ZodMiniType>(schema: Schema, meaning: string): Schema {
  return schema.check(z.describe(meaning));
}

/** A field that may be absent. */
export function optional<Value extends z.core.SomeType>(value: Value): z.ZodMiniExactOptional<Value> {
  return z.exactOptional(value);
}

/**
 * A shape with a name, by which schemas and the reference refer to it.
 *
 * @param name as the type is called, e.g. `Mention`
 */
export function shape<Fields extends z.core.$ZodLooseShape>(
  name: string,
  meaning: string,
  fields: Fields,
): z.ZodMiniReadonly<z.ZodMiniObject<Fields, z.core.$strict>> {
  const schema = z.readonly(z.strictObject(fields));
  z.globalRegistry.add(schema, { id: name, description: meaning });
  return schema;
}

/** The type that a schema describes. */
export type Of<Schema extends z.core.SomeType> = z.output<Schema>;

/**
 * Schemas of what people write in files. The message of each completes “must be …”; that of a mapping, for a key which it
 * does not have, lists those that it has.
 */
import * as z from 'zod/mini';
import { isDay } from './day.ts';

/** A number is its digits: YAML reads `naics: 51` so. Undefined where it is blank. */
export const text = z.pipe(
  z.union([z.string(), z.number()], { error: 'a text' }),
  z.transform((written) => String(written).trim() || undefined),
);

/** A day of the calendar, `YYYY-MM-DD`; of kind `day` where it is wrong. */
export const day = z
  .string({ error: 'a day such as 2026-05-02' })
  .check(
    z.trim(),
    z.refine(isDay, { params: { kind: 'day' } }),
    z.meta({ pattern: String.raw`^\d{4}-\d{2}-\d{2}$` }),
  );

/** @param unit stands after the numbers, with its space: ` years` */
export function numberFrom(minimum: number, maximum: number, unit = ''): z.ZodMiniNumber<number> {
  const error = `a number from ${String(minimum)} to ${String(maximum)}${unit}`;
  return z.number({ error }).check(z.minimum(minimum), z.maximum(maximum));
}

export function wholeNumber(minimum: number, maximum: number): z.ZodMiniInt {
  const error = `a whole number from ${String(minimum)} to ${String(maximum)}`;
  return z.int({ error }).check(z.minimum(minimum), z.maximum(maximum));
}

/** One of a few words. */
export function choice<const Word extends string>(
  words: readonly Word[],
): z.ZodMiniEnum<{ [Each in Word]: Each }> {
  return z.enum(words, { error: words.map((word) => `\`${word}\``).join(' or ') });
}

/** A schema with what it means, completing `key: …`, and a value as one would write it. */
export function about<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
  example?: unknown,
): Schema {
  return schema.check(z.meta({ description, ...(example === undefined ? {} : { examples: [example] }) }));
}

/** What {@link about} says of each key of a mapping. */
export function keysOf<Shape extends z.core.$ZodShape>({
  shape,
}: {
  readonly shape: Shape;
}): { readonly [Key in keyof Shape]: KeyMeaning };
export function keysOf({
  shape,
}: {
  readonly shape: z.core.$ZodShape;
}): Readonly<Record<string, KeyMeaning>> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => {
      const { description = '', examples } = z.globalRegistry.get(schema) ?? {};
      const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
      return [key, { meaning: description, example, expected: expectedOf(schema) }];
    }),
  );
}

/** What documentation, questions and files to edit say of a key. */
export interface KeyMeaning {
  readonly meaning: string;
  readonly example: unknown;
  /** Completes “must be …”. */
  readonly expected: string;
}

function expectedOf(schema: z.core.$ZodType): string {
  return z.safeParse(schema, Symbol('nothing that a file can say')).error?.issues[0]?.message ?? '';
}

/** Keys that are known, and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  expected = 'a mapping of keys to values',
): z.ZodMiniObject<Shape, z.core.$strict> {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? names : expected),
  });
}

type ListSchema<Item extends z.core.$ZodType> = z.ZodMiniType<NonNullable<z.output<Item>>[]>;

/** A list. What stands empty in it is left out. */
export function listOf<Item extends z.core.$ZodType>(item: Item, expected: string): ListSchema<Item> {
  return z.pipe(
    z.array(z.optional(item), { error: expected }),
    z.transform((items) => items.filter((each): each is NonNullable<typeof each> => each !== undefined)),
  );
}

/** One of something, or a list of them; nothing is an empty list. */
export function oneOrMore<Item extends z.core.$ZodType>(item: Item, expected: string): ListSchema<Item> {
  return z.pipe(
    z.optional(z.union([item, z.array(z.optional(item))], { error: expected })),
    z.transform((written) =>
      (Array.isArray(written) ? written : [written]).filter(
        (each): each is NonNullable<z.output<Item>> => each !== undefined,
      ),
    ),
  );
}

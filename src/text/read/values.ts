/**
 * Schemas of what people write in files. The message of each completes “must be …”; that of a mapping, for a key which it
 * does not have, lists those that it has, and then those within them (`score.confirmed`).
 */
import * as z from 'zod/mini';
import { isDay } from './day.ts';

/** A number is its digits: YAML reads `naics: 51` so. Undefined where it is blank. */
export const text = textThat('a text');

function textThat(error: string) {
  return z.pipe(
    z.union([z.string(), z.number()], { error }),
    z.transform((written) => String(written).trim() || undefined),
  );
}

/** What is wrong with a text that means nothing. */
interface Misunderstanding {
  /** Completes “is not …”. */
  readonly expected: string;
  readonly kind: string;
  /** A sentence that helps; may be empty. */
  readonly suggest?: (written: string) => string;
}

/** A text by what it means, in whatever spelling; undefined where it is blank. */
export function understood<Meaning>(
  read: (written: string) => Meaning | undefined,
  { expected, kind, suggest }: Misunderstanding,
): z.ZodMiniPipe<typeof text, z.ZodMiniTransform<Meaning | undefined, string | undefined>> {
  return z.pipe(
    textThat(expected),
    z.transform((written, context) => {
      const meaning = written === undefined ? undefined : read(written);
      if (written !== undefined && meaning === undefined) {
        const params = { kind, suggested: suggest?.(written) ?? '' };
        context.issues.push({ code: 'custom', input: written, message: expected, params });
      }
      return meaning;
    }),
  );
}

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
export function keysOf<Shape extends z.core.$ZodShape>(
  mapping: Mapping<Shape>,
): { readonly [Key in keyof Shape]: KeyMeaning };
export function keysOf({ shape }: Mapping): Readonly<Record<string, KeyMeaning>> {
  return Object.fromEntries(
    Object.entries(shape).map(([key, schema]) => {
      const { description = '', examples, default: fallback } = z.globalRegistry.get(schema) ?? {};
      const example: unknown = Array.isArray(examples) ? examples[0] : undefined;
      return [key, { meaning: description, example, fallback, schema }];
    }),
  );
}

/** The keys of a mapping, those that are only sections replaced by what stands in them: `score.confirmed`. */
export function leavesOf(whole: Mapping, above = ''): readonly (KeyMeaning & { readonly path: string })[] {
  return Object.entries(keysOf(whole)).flatMap(([key, meaning]) => {
    const shape = meaning.meaning === '' ? shapeIn(meaning.schema) : undefined;
    const path = `${above}${key}`;
    return shape === undefined ? [{ path, ...meaning }] : leavesOf({ shape }, `${path}.`);
  });
}

interface Mapping<Shape extends z.core.$ZodShape = z.core.$ZodShape> {
  readonly shape: Shape;
}

/** What documentation, questions and files to edit say of a key. */
export interface KeyMeaning {
  readonly meaning: string;
  readonly example: unknown;
  /** What holds where it is left out, where that is known. */
  readonly fallback: unknown;
  readonly schema: z.core.$ZodType;
}

/** What a value must be, as issues say it. */
export function expectedOf(schema: z.core.$ZodType): string {
  return z.safeParse(schema, Symbol('nothing that a file can say')).error?.issues[0]?.message ?? '';
}

/** Keys that are known, and no others. */
export function mapping<Shape extends z.core.$ZodLooseShape>(
  shape: Shape,
  expected = 'a mapping of keys to values',
): z.ZodMiniObject<Shape, z.core.$strict> {
  const names = (): string => {
    const within = Object.entries(shape).flatMap(([key, value]) =>
      Object.keys(shapeIn(value) ?? {}).map((inner) => `${key}.${inner}`),
    );
    return [...Object.keys(shape), ...within].join(', ');
  };
  return z.strictObject(shape, {
    error: ({ code }) => (code === 'unrecognized_keys' ? names() : expected),
  });
}

/** A mapping in which each of a few names may have a value. */
export function eachOf<Name extends string, Value extends z.core.$ZodType>(
  names: readonly Name[],
  value: Value,
  expected: string,
): z.ZodMiniObject<{ [Each in Name]: z.ZodMiniOptional<Value> }, z.core.$strict> {
  const entries: unknown[][] = names.map((name) => [name, z.optional(value)]);
  return mapping(Object.fromEntries(entries), expected);
}

/** The keys of a value that is a mapping, and may be left out. */
function shapeIn(schema: z.core.SomeType | undefined): z.core.$ZodShape | undefined {
  const inner = schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema;
  return inner instanceof z.ZodMiniObject ? inner.shape : undefined;
}

type ListSchema<Item extends z.core.$ZodType> = z.ZodMiniType<NonNullable<z.output<Item>>[]>;

/** A list. What stands empty in it is left out. */
export function listOf<Item extends z.core.$ZodType>(item: Item, expected: string): ListSchema<Item> {
  return z.pipe(
    z.array(z.optional(item), { error: expected }),
    z.transform((items) => items.filter((each): each is NonNullable<typeof each> => each !== undefined)),
  );
}

/** One of something, or a list of them. What stands empty in it is left out. */
export function someOf<Item extends z.core.$ZodType>(item: Item, expected: string): ListSchema<Item> {
  return z.pipe(
    z.union([item, z.array(z.optional(item))], { error: expected }),
    z.transform((written) =>
      (Array.isArray(written) ? written : [written]).filter(
        (each): each is NonNullable<z.output<Item>> => each !== undefined,
      ),
    ),
  );
}

/** As {@link someOf}; where there is nothing, the list is empty. */
export function oneOrMore<Item extends z.core.$ZodType>(item: Item, expected: string): ListSchema<Item> {
  return z.pipe(
    z.optional(someOf(item, expected)),
    z.transform((items) => items ?? []),
  );
}

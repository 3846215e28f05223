import * as z from 'zod/mini';

/**
 * What the JSON Schema of Sigma rules (2.0.0 of 2024-08-08) allows, key by key; other keys are free. Messages complete “must be …”.
 */
const text = z.string({ error: 'a text' });

function shortText(most: number): z.ZodMiniString {
  return z.string({ error: 'a text' }).check(z.maxLength(most, `at most ${String(most)} characters long`));
}

function longText(least: number): z.ZodMiniString {
  return z.string({ error: 'a text' }).check(z.minLength(least, `at least ${String(least)} characters long`));
}

function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `one of ${words.join(', ')}` });
}

function written(pattern: RegExp, error: string): z.ZodMiniString {
  return z.string({ error }).check(z.regex(pattern, error));
}

function listOf(item: z.ZodMiniType) {
  return z
    .array(item, { error: 'a list' })
    .check(z.refine((list) => new Set(list).size === list.length, 'a list without repetition'));
}

const id = written(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu, 'a UUID');
const day = written(/^\d{4}-(?:0[1-9]|1[012])-(?:0[1-9]|[12]\d|3[01])$/u, 'a day, YYYY-MM-DD');
const map = z.looseObject({}, { error: 'a map' });

export const RULE_SCHEMA = z.looseObject(
  {
    title: shortText(256),
    id: z.optional(id),
    related: z.optional(
      z.array(
        z.looseObject(
          { id, type: oneOf(['derived', 'obsolete', 'merged', 'renamed', 'similar']) },
          { error: 'a map with `id` and `type`' },
        ),
        { error: 'a list' },
      ),
    ),
    name: z.optional(shortText(256)),
    taxonomy: z.optional(shortText(256)),
    status: z.optional(oneOf(['stable', 'test', 'experimental', 'deprecated', 'unsupported'])),
    description: z.optional(shortText(65_535)),
    license: z.optional(text),
    author: z.optional(text),
    references: z.optional(listOf(text)),
    date: z.optional(day),
    modified: z.optional(day),
    logsource: z.looseObject(
      {
        category: z.optional(text),
        product: z.optional(text),
        service: z.optional(text),
        definition: z.optional(text),
      },
      { error: 'a map' },
    ),
    detection: z.looseObject({ condition: text }, { error: 'a map' }).check(
      z.superRefine((detection, context) => {
        for (const [name, search] of Object.entries(detection))
          if (name !== 'condition' && !isSelection(search))
            context.addIssue({
              code: 'custom',
              path: [name],
              input: search,
              message: 'a map, or a list of maps, texts and whole numbers',
            });
      }),
    ),
    fields: z.optional(listOf(text)),
    falsepositives: z.optional(listOf(longText(2))),
    level: z.optional(oneOf(['informational', 'low', 'medium', 'high', 'critical'])),
    tags: z.optional(listOf(written(/^[a-z0-9_-]+\.[a-z0-9._-]+$/u, 'a tag such as attack.t1059'))),
    scope: z.optional(z.array(longText(2), { error: 'a list' })),
  },
  { error: 'a map' },
);

function isSelection(search: unknown): boolean {
  if (!Array.isArray(search)) return map.safeParse(search).success;
  return search.every(
    (one) => typeof one === 'string' || Number.isInteger(one) || map.safeParse(one).success,
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readValues } from '../../src/intake/read-values.ts';
import { INTAKE_ISSUES } from '../../src/intake/issues.ts';
import { readYaml } from '../../src/intake/yaml-file.ts';
import { values } from '../../src/text/index.ts';

const { choice, day, listOf, mapping, numberFrom, oneOrMore, text, wholeNumber } = values;

const HENHOUSE = mapping({
  name: z.string({ error: 'a text' }),
  hens: z.optional(wholeNumber(1, 40)),
  light: z.optional(numberFrom(0, 1)),
  since: z.optional(day),
  colour: z.optional(choice(['red', 'green'])),
  keepers: oneOrMore(text, 'a name or a list of names'),
  nests: z.optional(
    listOf(z.union([text, mapping({ eggs: z.optional(wholeNumber(0, 9)) })]), 'a list of nests'),
  ),
});

const DECLARED = {
  format: INTAKE_ISSUES.notACase,
  key: INTAKE_ISSUES.unknownCaseField,
  missing: INTAKE_ISSUES.missingCaseField,
  day: INTAKE_ISSUES.badDate,
};

function read(written: string) {
  return readValues(
    readYaml('henhouse.yaml', written),
    HENHOUSE,
    (kind) => new Map(Object.entries(DECLARED)).get(kind) ?? INTAKE_ISSUES.badAssertion,
  );
}

test('what fits is read; nothing is nothing', () => {
  const { values: read_, issues } = read(
    'name: North\nhens: 3\nlight:\nkeepers: [Ada, "", ~, 7]\nnests: [low, { eggs: 2 }, ~]\n',
  );
  expect(issues).toEqual([]);
  expect(read_).toEqual({ name: 'North', hens: 3, keepers: ['Ada', '7'], nests: ['low', { eggs: 2 }] });
});

// What is written after the name, where it is wrong, what is said, and what is left of it.
test.for([
  ['hens: 41', 'I141 2:7', '`hens` must be a whole number from 1 to 40, not `41`.', {}],
  ['hens: two', 'I141 2:7', '`hens` must be a whole number from 1 to 40, not `two`.', {}],
  ['hens: [2]', 'I141 2:7', '`hens` must be a whole number from 1 to 40.', {}],
  ['since: 2026-02-30', 'I147 2:8', '`2026-02-30` is not a day such as 2026-05-02.', {}],
  ['colour: gren', 'I141 2:9', '`colour` must be `red` or `green`, not `gren`. Did you mean `green`?', {}],
  ['hen: 2', 'I143 2:1', 'There is no key `hen`. Did you mean `hens`?', {}],
  ['nest:\n  - low', 'I143 2:1', 'There is no key `nest`. Did you mean `nests`?', {}],
  ['keepers: { Ada: 1 }', 'I141 2:10', '`keepers` must be a name or a list of names.', {}],
  ['keepers: [Ada, [Bo]]', 'I141 2:16', '`keepers[1]` must be a text.', { keepers: ['Ada'] }],
  ['nests: low', 'I141 2:8', '`nests` must be a list of nests, not `low`.', {}],
  [
    'nests:\n  - { eggs: 10 }',
    'I141 3:13',
    '`nests[0].eggs` must be a whole number from 0 to 9, not `10`.',
    { nests: [{}] },
  ],
  [
    'nests:\n  - { egs: 1 }\n  - low',
    'I143 3:7',
    'There is no key `nests[0].egs`. Did you mean `eggs`?',
    { nests: [{}, 'low'] },
  ],
] as const)('%s', ([line, place, message, left]) => {
  const { values: read_, issues } = read(`name: North\n${line}\n`);
  expect(
    issues.map((issue) => `${issue.code} ${String(issue.place?.line)}:${String(issue.place?.column)}`),
  ).toEqual([place]);
  expect(issues[0]?.message).toBe(message);
  expect(read_).toEqual({ name: 'North', keepers: [], ...left });
});

test.for([
  ['hens: 2\n', 'I142', '`name` is missing; it must be a text.'],
  ['- North\n', 'I141', 'It must be a mapping of keys to values.'],
  ['name: [\n', 'I140', ''],
] as const)('%j has no value', ([written, code, message]) => {
  const { values: read_, issues } = read(written);
  expect(read_).toBeUndefined();
  expect(issues[0]?.code).toBe(code);
  expect(issues[0]?.message).toContain(message);
});

test('whatever is written, what is left of it fits, and everything left out is named where it stands', () => {
  const key = fc.constantFrom(
    'name',
    'hens',
    'since',
    'colour',
    'keepers',
    'nests',
    'eggs',
    'constructor',
    '__proto__',
    'a.b',
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<unknown>('North', 'red', '', 3, 41, true, null),
      tie('list'),
      tie('map'),
    ),
    list: fc.array(tie('tree'), { maxLength: 4 }),
    map: fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
  }));
  let partly = 0;
  fc.assert(
    fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), (written) => {
      const { values: read_, issues } = read(JSON.stringify({ name: 'North', ...written }));
      if (read_ === undefined || issues.length > 0)
        expect(issues.every(({ place }) => place?.line !== undefined && place.file === 'henhouse.yaml')).toBe(
          true,
        );
      if (read_ === undefined) return;
      if (issues.length > 0) partly++;
      expect(z.safeParse(HENHOUSE, read_).success).toBe(true);
    }),
  );
  expect(partly).toBeGreaterThan(10);
});

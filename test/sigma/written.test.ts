import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRule, readRules, RuleSet } from '../../src/sigma/index.ts';
import { MODIFIERS } from '../../src/sigma/rule/modifiers.ts';
import { readDocuments } from '../../src/sigma/rule/documents.ts';
import { yamlText, type YamlValue } from '../../src/text/index.ts';
import { runs } from '../support/runs.ts';
import { eventOf, hasSigmaHq, sigmaHqFiles } from '../support/sigma.ts';

/** Stated, so that what fails once fails again. */
const SEED = 13;

/** What texts of YAML can be taken for, or end at. */
const HOSTILE = [
  '',
  ' ',
  '~',
  'no',
  '0429',
  '1e3',
  '12:30:00',
  '- a',
  'a: b',
  '# a',
  '*a',
  '&a',
  '|',
  '>',
  "it's",
  '"',
  '\\',
  '\\\\?\\C$',
  'a\nb\n',
  '\u2028',
  '\u0085x',
  'σας',
  '\ud83d\udc1a',
];
const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 12 }));
const value = fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null));
const key = fc
  .tuple(
    fc.constantFrom('Shell', 'Tide Table', '#x', 'a:b'),
    fc.constantFrom('', '|contains', '|endswith|all', '|re'),
  )
  .map((parts) => parts.join(''));
const map = fc.dictionary(key, fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 })), {
  minKeys: 1,
  maxKeys: 3,
});
const rule = fc.record({
  title: text,
  id: text,
  description: text,
  references: fc.array(text, { maxLength: 2 }),
  tags: fc.array(text, { maxLength: 2 }),
  logsource: fc.record({ category: text }),
  detection: fc.record({
    sel_1: fc.oneof(map, fc.array(map, { minLength: 1, maxLength: 2 })),
    condition: fc.constant('sel_1'),
  }),
});

test('a rule that is written is read as it was', () => {
  let read = 0;
  fc.assert(
    fc.property(rule, (given) => {
      // JSON is YAML, too, and written by others.
      const before = whatIsRead(JSON.stringify(given));
      expect(whatIsRead(yamlText(given))).toEqual(before);
      read += before.rules.length;
    }),
    { ...runs(300), seed: SEED },
  );
  expect(read).toBeGreaterThan(50);
});

test.runIf(hasSigmaHq)('each rule of SigmaHQ that is written is read as it was', () => {
  const changed = sigmaHqFiles().filter(({ name, text: given }) => {
    const written = readDocuments(name, given)
      .map(({ value: of }) => `---\n${yamlText(asYaml(of))}`)
      .join('');
    return JSON.stringify(whatIsRead(written)) !== JSON.stringify(whatIsRead(given));
  });
  expect(changed.map(({ name }) => name)).toEqual([]);
});

/** Rules and faults, without where they stand. */
function whatIsRead(given: string): {
  readonly rules: readonly unknown[];
  readonly codes: readonly string[];
} {
  const { rules, issues } = readRules('rule.yml', given);
  return {
    rules: rules.map((each): unknown =>
      JSON.parse(JSON.stringify(each, (name, of: unknown) => (name === 'place' ? undefined : of))),
    ),
    codes: issues.map(({ code }) => code),
  };
}

function asYaml(of: unknown): YamlValue {
  if (Array.isArray(of)) return of.map(asYaml);
  if (typeof of === 'object' && of !== null)
    return Object.fromEntries(Object.entries(of).map(([name, each]) => [name, asYaml(each)]));
  return typeof of === 'string' || typeof of === 'number' || typeof of === 'boolean' ? of : null;
}

const piece = fc.constantFrom(
  'a',
  '.',
  '\\w',
  '(',
  ')',
  '[',
  ']',
  '[^a]',
  '|',
  '*',
  '+',
  '?',
  '{1,64}',
  '{2,}',
  '^',
  '$',
  '(?:',
  '\\b',
  '\\',
  '-',
);
const expression = fc.array(piece, { maxLength: 14 }).map((parts) => parts.join(''));
const bomb = fc.constantFrom(
  '(a+)+$',
  '(a|a)*b',
  '(a*)*c',
  '((a+)*)+$',
  '(.*a){12}$',
  '(a|aa)+$',
  '^(\\w+\\s?)*$',
  'x*x*x*x*x*y',
);
const modifiers = fc
  .subarray(Object.keys(MODIFIERS), { maxLength: 3 })
  .map((names) => names.map((name) => `|${name}`).join(''));
const hostileItem = fc.oneof(
  fc.tuple(fc.constant('Shell|re'), fc.oneof(expression, bomb)),
  fc.tuple(
    modifiers.map((named) => `Shell${named}`),
    fc.oneof(value, fc.array(value, { maxLength: 3 })),
  ),
);
const long = fc
  .tuple(fc.constantFrom('a', 'aa ', 'ab', '\\', '*', '\ud83d', 'xa'), fc.constantFrom(1, 100, 20_000))
  .map(([part, times]) => `${part.repeat(times)}!`);
const nested = fc.integer({ min: 1, max: 5000 }).map((depth) => {
  let inner: unknown = 'a';
  for (let level = 0; level < depth; level++) inner = level % 2 === 0 ? [inner] : { a: inner };
  return inner;
});
const hostileEvent = fc.record({ Shell: fc.oneof(long, value, nested, fc.array(long, { maxLength: 3 })) });

test('whatever a rule asks of whatever event, it is answered or refused with a code', () => {
  let held = 0;
  fc.assert(
    fc.property(hostileItem, fc.array(hostileEvent, { maxLength: 3 }), ([name, of], events) => {
      const { rules, issues } = readRules(
        'rule.yml',
        yamlText({
          title: 'Pebbles',
          logsource: { category: 'beach' },
          detection: { sel: { [name]: of }, condition: 'sel' },
        }),
      );
      expect(issues.filter(({ code }) => !/^G1\d\d$/u.test(code))).toEqual([]);
      for (const one of rules) {
        const compiled = compileRule(one);
        if (!compiled.ok) {
          expect(compiled.issue.code).toMatch(/^G1\d\d$/u);
          continue;
        }
        const set = new RuleSet([compiled.matcher]);
        for (const event of events.map((fields) =>
          eventOf({ ...fields, logsource: { category: 'beach' } }),
        )) {
          expect(set.matching(event).length === 1).toBe(compiled.matcher.matches(event));
          held++;
        }
      }
    }),
    { ...runs(250), seed: SEED },
  );
  expect(held).toBeGreaterThan(100);
});

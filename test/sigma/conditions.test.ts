import { expect, test } from 'vitest';
import { eventOf, matcherFor, ruleText } from '../support/sigma.ts';

const SELECTIONS = ['sel_a', 'sel_b', 'filter_a', '_hidden'];

/** A rule with a selection for each name, which is met where the event has a field of that name; and which names suffice. */
function met(condition: string, ...present: readonly string[]): boolean {
  const selections = SELECTIONS.map((name) => `${name}:\n  ${name}: 1`).join('\n');
  const event = eventOf(Object.fromEntries(present.map((name) => [name, 1])));
  return matcherFor(ruleText(`${selections}\ncondition: ${condition}`)).matches(event);
}

test.for<
  readonly [condition: string, yes: readonly (readonly string[])[], no: readonly (readonly string[])[]]
>([
  ['sel_a', [['sel_a']], [[], ['sel_b']]],
  ['sel_a and sel_b', [['sel_a', 'sel_b']], [['sel_a']]],
  ['sel_a AND NOT filter_a', [['sel_a']], [['sel_a', 'filter_a'], []]],
  ['sel_a or sel_b and filter_a', [['sel_a'], ['sel_b', 'filter_a']], [['sel_b'], ['filter_a']]],
  ['(sel_a or sel_b) and filter_a', [['sel_b', 'filter_a']], [['sel_a'], ['filter_a']]],
  ['not sel_a and sel_b', [['sel_b']], [[], ['sel_a', 'sel_b']]],
  ['not (sel_a and sel_b)', [['sel_a']], [['sel_a', 'sel_b']]],
  ['not not sel_a', [['sel_a']], [[]]],
  ['1 of sel_*', [['sel_b']], [[], ['filter_a']]],
  ['any of sel_*', [['sel_b']], [['filter_a']]],
  ['all of sel_*', [['sel_a', 'sel_b']], [['sel_a']]],
  ['all of them', [['sel_a', 'sel_b', 'filter_a']], [['sel_a', 'sel_b', '_hidden']]],
  ['1 of them', [['filter_a']], [['_hidden']]],
  ['1 of _*', [['_hidden']], [['sel_a']]],
  ['1 of *_a', [['filter_a']], [['sel_b']]],
  ['1 of s*_*b', [['sel_b']], [['sel_a']]],
  ['sel_a and not 1 of filter_*', [['sel_a']], [['sel_a', 'filter_a']]],
  ['[sel_a, sel_b]', [['sel_a'], ['sel_b']], [['filter_a']]],
])('%s', ([condition, yes, no]) => {
  expect(yes.filter((present) => !met(condition, ...present))).toEqual([]);
  expect(no.filter((present) => met(condition, ...present))).toEqual([]);
});

test.for([
  ['sel_a and', 'G108 At character 10: Expected the name of a selection, but the text ends.'],
  ['sel_a sel_b', 'G108 At character 7: Expected nothing more, but found `sel_b`.'],
  ['sel_a nested', 'G108 At character 7: Expected nothing more, but found `nested`.'],
  ['(sel_a', 'G108'],
  ['sel_c', 'G109 No selection is called `sel_c`: it has sel_a, sel_b, filter_a, _hidden.'],
  ['1 of sel_c*', 'G109'],
  ['sel_a | count() > 5', 'G115'],
  ['5', 'G108'],
  ['[]', 'G108'],
  [`${'('.repeat(500)}sel_a${')'.repeat(500)}`, 'G103'],
  [`${'not '.repeat(500)}sel_a`, 'G103'],
] as const)('%s is refused: %s', ([condition, message]) => {
  expect(() => met(condition)).toThrow(message);
});

test('lists are or, maps are and, keywords are looked for in every value', () => {
  const rule = (selection: string) => matcherFor(ruleText(`pebble:\n${selection}\ncondition: pebble`));
  const maps = rule('  - a: 1\n    b: 2\n  - c: 3');
  expect([{ a: 1, b: 2 }, { c: 3 }, { a: 1 }].map((event) => maps.matches(eventOf(event)))).toEqual([
    true,
    true,
    false,
  ]);
  const words = rule("  - 'wet*sand'\n  - 42");
  const events = [{ deep: [{ text: 'the WET yellow sand!' }] }, { a: { b: 1423 } }, { 'wet sand': 'dry' }];
  expect(events.map((event) => words.matches(eventOf(event)))).toEqual([true, true, false]);
  const all = rule("  '|all':\n    - wet\n    - sand");
  expect([{ a: 'wet', b: 'sand' }, { a: 'wet' }].map((event) => all.matches(eventOf(event)))).toEqual([
    true,
    false,
  ]);
});

test('a match says which selections made it, and by what', () => {
  const matcher = matcherFor(
    ruleText(
      `wet:\n  - tide: high\n  - Sky|contains: rain\nstones:\n  Stone|endswith: [ble, ck]\n  lamp: null\ndry:\n  sun: 1\ncondition: wet and 1 of stone* and not dry`,
    ),
  );
  const reasons = matcher.reasons(eventOf({ Sky: 'some Rain', Stone: 'Pebble' }));
  expect(reasons.map(({ selection, place, found }) => ({ selection, line: place.line, found }))).toEqual([
    { selection: 'wet', line: 5, found: [{ field: 'Sky', value: 'some Rain' }] },
    { selection: 'stones', line: 8, found: [{ field: 'Stone', value: 'Pebble' }] },
  ]);
  expect(matcher.reasons(eventOf({ Sky: 'some Rain', Stone: 'Pebble', sun: 1 }))).toEqual([]);
});

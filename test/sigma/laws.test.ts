import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOfSource, RuleSet, type RuleMatcher } from '../../src/sigma/index.ts';
import { eventOf, matcherFor, ruleText } from '../support/sigma.ts';
import { runs } from '../support/runs.ts';

const FIELDS = ['Shell', 'Tide', 'EventID'];
const word = fc.constantFrom('a', 'ab', 'Abc', 'c*', '?b', 'b-c', 'pebble', 'e*b', '7', 'σας', '');
const key = fc
  .tuple(
    fc.constantFrom(...FIELDS),
    fc.constantFrom(
      '',
      '|contains',
      '|startswith',
      '|endswith',
      '|contains|all',
      '|cased',
      '|windash',
      '|neq',
      '|contains|windash',
      '|re',
    ),
  )
  .map(([field, modifiers]) => `${field}${modifiers}`);
const item = fc.tuple(key, fc.array(word, { minLength: 1, maxLength: 3 })).map(([name, values]) => {
  const written = name.endsWith('|re') ? values.map((value) => value.replaceAll(/[*?]/gu, '.')) : values;
  return [name, written] as const;
});
const map = fc.array(item, { minLength: 1, maxLength: 3 }).map((items) => Object.fromEntries(items));
const keywords = fc.array(word, { minLength: 1, maxLength: 2 });
const selection = fc.oneof(map, fc.array(map, { minLength: 1, maxLength: 3 }), keywords);
const NAMES = ['sel_1', 'sel_2', 'filter'];
const condition = fc.letrec<{ readonly node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...NAMES, '1 of sel_*', 'all of sel_*', '1 of them'),
    tie('node').map((inner) => `not (${inner})`),
    fc
      .tuple(tie('node'), fc.constantFrom('and', 'or'), tie('node'))
      .map(([one, joint, other]) => `(${one} ${joint} ${other})`),
  ),
})).node;
const detection = fc
  .tuple(selection, selection, selection)
  .map((of) => Object.fromEntries(of.map((one, at) => [NAMES[at] ?? '', one])));
const value = fc.oneof(
  word,
  fc.string({ unit: fc.constantFrom(...Array.from('abcABC-/7σΣς')), maxLength: 8 }),
  fc.constantFrom(7, null, true, ['ab', 'pebble']),
);
const event = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 3 });

function ruleOf(selections: object, said: string, logSource?: string): RuleMatcher {
  return matcherFor(ruleText(JSON.stringify({ ...selections, condition: said }), logSource));
}

test('not not is nothing, and what is not both is not one or not the other', () => {
  fc.assert(
    fc.property(
      detection,
      condition,
      condition,
      fc.array(event, { maxLength: 5 }),
      (selections, one, other, events) => {
        const same = (first: string, second: string): void => {
          const [left, right] = [ruleOf(selections, first), ruleOf(selections, second)];
          for (const each of events) expect(left.matches(eventOf(each))).toBe(right.matches(eventOf(each)));
        };
        same(`not (not (${one}))`, one);
        same(`not (${one} and ${other})`, `not (${one}) or not (${other})`);
        same(`${one} or ${other}`, `${other} or ${one}`);
      },
    ),
    runs(60),
  );
});

test('the order of values, maps and selections makes no difference', () => {
  const turned = (given: unknown): unknown => {
    if (Array.isArray(given)) return given.map(turned).toReversed();
    if (typeof given !== 'object' || given === null) return given;
    return Object.fromEntries(
      Object.entries(given)
        .map(([name, inner]) => [name, turned(inner)])
        .toReversed(),
    );
  };
  fc.assert(
    fc.property(detection, condition, fc.array(event, { maxLength: 5 }), (selections, said, events) => {
      const other = turned(selections);
      const [left, right] = [
        ruleOf(selections, said),
        ruleOf(typeof other === 'object' ? (other ?? {}) : {}, said),
      ];
      for (const each of events) expect(left.matches(eventOf(each))).toBe(right.matches(eventOf(each)));
    }),
    runs(60),
  );
});

test('many rules find what each of them finds, in their order', () => {
  let found = 0;
  const logSource = fc.constantFrom(
    'category: beach',
    'product: windows',
    '{ product: linux, service: auditd }',
  );
  const source = fc.constantFrom({}, { product: 'windows' }, { product: 'linux', category: 'beach' });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(detection, condition, logSource), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(event, source), { maxLength: 8 }),
      (rules, events) => {
        const matchers = rules.map(([selections, said, log]) => {
          const text = ruleText(JSON.stringify({ ...selections, condition: said }), log);
          return matcherFor(log.startsWith('{') ? text.replace('logsource:\n  ', 'logsource: ') : text);
        });
        const all = new RuleSet(matchers);
        for (const [fields, logsource] of events) {
          const one = eventOf({ ...fields, logsource });
          const expected = matchers.filter(
            (each) => isOfSource(one.source, each.rule.logSource) && each.matches(one),
          );
          expect(all.matching(one)).toEqual(expected);
          found += expected.length;
        }
      },
    ),
    runs(150),
  );
  expect(found).toBeGreaterThan(100);
});

test('an expression is found by each of its alternatives, however many there are', () => {
  const shells = Array.from({ length: 30 }, (_, at) => `shell${String(at)}!`);
  const written = shells.join('|');
  for (const expression of [
    written,
    `(${written})`,
    `(?i)(${written})+`,
    `(${written})|pebble`,
    `a (${written}) b`,
  ]) {
    const matcher = matcherFor(ruleText(`shells:\n  Shell|re: '${expression}'\ncondition: shells`));
    const rules = new RuleSet([matcher]);
    const missed = shells.filter((shell) => rules.matching(eventOf({ Shell: `a ${shell} b` })).length === 0);
    expect(missed, expression).toEqual([]);
  }
});

import { expect, test } from 'vitest';
import { readRules } from '../../src/sigma/index.ts';
import { eventOf, matcherFor, ruleText } from '../support/sigma.ts';

const PEBBLE = ruleText('pebble:\n  Shell: conch\ncondition: pebble');

test('a rule is read with all that it says of itself', () => {
  const { rules, issues } = readRules(
    'beach.yml',
    `# by the sea
title: Pebbles thrown
id: 0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52
status: test
description: Detects pebbles
references:
  - https://beach.example/1
author: A. Gull
date: 2026-05-02
modified: 2026/06/01
tags: [attack.t9001, attack.breach]
logsource: { product: Beach, category: stones, definition: wet }
detection:
  pebble:
    Shell|endswith: [conch, 7]
  condition: pebble
falsepositives: [Children]
level: high
`,
  );
  expect(issues).toEqual([]);
  expect(rules).toMatchInlineSnapshot(`
    [
      {
        "author": "A. Gull",
        "condition": {
          "kind": "selection",
          "name": "pebble",
        },
        "conditionText": "pebble",
        "date": "2026-05-02",
        "description": "Detects pebbles",
        "falsePositives": [
          "Children",
        ],
        "id": "0d9b7a52-4a6e-4e0c-9a52-4a6e4e0c9a52",
        "level": "high",
        "logSource": {
          "category": "stones",
          "product": "beach",
        },
        "modified": "2026/06/01",
        "place": {
          "column": 1,
          "file": "beach.yml",
          "line": 2,
        },
        "references": [
          "https://beach.example/1",
        ],
        "selections": [
          {
            "name": "pebble",
            "place": {
              "column": 3,
              "file": "beach.yml",
              "line": 14,
            },
            "search": {
              "kind": "all",
              "of": [
                {
                  "item": {
                    "field": "Shell",
                    "modifiers": [
                      "endswith",
                    ],
                    "place": {
                      "column": 5,
                      "file": "beach.yml",
                      "line": 15,
                    },
                    "values": [
                      "conch",
                      7,
                    ],
                  },
                  "kind": "item",
                },
              ],
            },
          },
        ],
        "status": "test",
        "tags": [
          "attack.t9001",
          "attack.breach",
        ],
        "title": "Pebbles thrown",
      },
    ]
  `);
});

test('a file may hold several documents; what is no rule is left out and said', () => {
  const { rules, issues } = readRules(
    'many.yml',
    [
      PEBBLE,
      'title: Many pebbles\ncorrelation: { type: event_count }\n',
      'title: No children\nfilter: { rules: [x] }\n',
      'action: global\ntitle: Old\n',
      '',
      '- no rule',
      'title: Bare\nlogsource: { category: beach }\n',
      PEBBLE.replace('Shell', 'Tide'),
      'title: "unclosed\n',
    ].join('\n---\n'),
  );
  expect(rules.map(({ selections }) => selections[0]?.place.line)).toEqual([5, 34]);
  expect(issues.map(({ code, place, message }) => `${code} ${String(place?.line)} ${message}`))
    .toMatchInlineSnapshot(`
    [
      "G113 10 “Many pebbles” is a correlation.",
      "G114 14 “No children” is a filter.",
      "G115 18 “Old” is part of a collection.",
      "G104 24 It is not a map of keys.",
      "G104 26 It has no \`detection\`, or one that is not written as such.",
      "G101 40 It is not YAML that can be read: Missing closing "quote.",
    ]
  `);
});

test.for<readonly [what: string, text: string, code: string]>([
  ['no title', PEBBLE.replace('title: Pebbles\n', ''), 'G104'],
  ['no log source', PEBBLE.replace('logsource:\n  category: beach\n', ''), 'G104'],
  [
    'a log source that is a text',
    PEBBLE.replace('logsource:\n  category: beach\n', 'logsource: beach\n'),
    'G104',
  ],
  ['no condition', ruleText('pebble:\n  a: 1'), 'G108'],
  ['a selection that is nothing', ruleText('pebble:\ncondition: pebble'), 'G105'],
  ['an empty map', ruleText('pebble: {}\ncondition: pebble'), 'G105'],
  ['a list in a list', ruleText('pebble: [[a]]\ncondition: pebble'), 'G105'],
  ['the same key twice', ruleText('pebble:\n  a: 1\n  a: 2\ncondition: pebble'), 'G101'],
])('$0 is refused', ([, text, code]) => {
  const { rules, issues } = readRules('rule.yml', text);
  expect(rules).toEqual([]);
  expect(issues.map((issue) => issue.code)).toEqual([code]);
});

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
`;

test.for<readonly [what: string, text: string, code: string]>([
  ['aliases that expand without end', BOMB + PEBBLE, 'G101'],
  [
    'ten million characters',
    ruleText(`pebble:\n  a: [${'conch, '.repeat(1_500_000)}]\ncondition: pebble`),
    'G102',
  ],
  [
    'a hundred thousand keys, and one of them twice',
    ruleText(`${Array.from({ length: 100_000 }, (_, key) => `k${String(key)}:`).join('\n')}\nk7:`),
    'G101',
  ],
  ['lists nested a hundred thousand deep', '['.repeat(100_000), 'G101'],
  ['maps nested ten thousand deep', `${PEBBLE}x: ${'{a: '.repeat(10_000)}1${'}'.repeat(10_000)}\n`, 'G101'],
  ['escapes for a terminal', '\u001B[31m', 'G104'],
])('hostile: $0', ([, text, code]) => {
  expect(readRules('rule.yml', text).issues.map((issue) => issue.code)).toEqual([code]);
});

test('as many selections as a condition may name are matched, and more are refused', () => {
  const rule = (count: number): string => {
    const many = Array.from(
      { length: count },
      (_, number) => `sel_${String(number)}:\n  a: ${String(number)}`,
    );
    return ruleText(`${many.join('\n')}\ncondition: 1 of sel_* or 1 of sel_*`);
  };
  const matcher = matcherFor(rule(5000));
  expect([4999, 5000].map((a) => matcher.matches(eventOf({ a })))).toEqual([true, false]);
  expect(() => matcherFor(rule(5001))).toThrow('G103');
});

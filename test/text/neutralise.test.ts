import { expect, test } from 'vitest';
import { neutralise } from '../../src/text/index.ts';
import { sameValue } from '../../src/facts/index.ts';

test.for([
  ['plain text, 日本語, é, 😀', 'plain text, 日本語, é, 😀'],
  ['a\tb\nc', 'a\tb\nc'],
  ['a\r\nb\rc', 'a\nb<0D>c'],
  ['\u001b[31mred\u001b[0m', '<1B>[31mred<1B>[0m'],
  ['\u001b]0;title\u0007', '<1B>]0;title<07>'],
  ['\u009b2J', '<9B>2J'],
  ['a\u0000\u0008b', 'a<00><08>b'],
  ['gnp\u202egpj', 'gnp<202E>gpj'],
  ['a\u2066b\u2069', 'a<2066>b<2069>'],
  ['zero\u200bwidth\ufeff', 'zero<200B>width<FEFF>'],
  ['line\u2028', 'line<2028>'],
  ['tag\u{e0041}', 'tag<E0041>'],
] as const)('%j is shown as %j', ([text, shown]) => {
  expect(neutralise(text)).toBe(shown);
});

test.for([
  [{ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: 1, b: 2 }, { a: 1, c: 2 }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ['1', 1, false],
  [{ toString: 1 }, {}, false],
] as const)('%j is the same value as %j: %s', ([one, other, same]) => {
  expect(sameValue(one, other)).toBe(same);
});

import { expect, test } from 'vitest';
import { neutralise, plainLine } from '../../src/text/index.ts';
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
  ['plain text, 日本語, é, 😀', 40, 'plain text, 日本語, é, 😀'],
  ['a\tb\r\nc\u2028 d  ', 40, 'a b c d'],
  ['\u001b[31mred\u0007 gnp\u202egpj \u2066x\u2069', 40, '[31mred gnpgpj x'],
  [
    'zero\u200bwidth\ufeff tag\u{e0041} veiled\u{e0101} filled\u3164 own\ue000 half\ud83d',
    60,
    'zerowidth tag veiled filled own half',
  ],
  ['one two three', 9, 'one two…'],
  ['one two three', 8, 'one two…'],
  ['abc😀', 5, 'abc😀'],
  ['abc😀d', 5, 'abc…'],
  [`${'\u200b'.repeat(100)}hidden`, 5, '…'],
  ['', 5, ''],
] as const)('%j in %i is %j', ([text, most, line]) => {
  expect(plainLine(text, most)).toBe(line);
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

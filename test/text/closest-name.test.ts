import { expect, test } from 'vitest';
import { closestName, editDistance } from '../../src/text/index.ts';

test.for([
  ['colour', ['color', 'cooler'], 'color'],
  ['untis', ['units', 'until'], 'units'],
  ['x', ['y'], 'y'],
  ['anything', ['nothing at all like it'], undefined],
  ['x'.repeat(101), ['x'.repeat(100)], undefined],
  ['short', ['s'.repeat(100_000)], undefined],
] as const)('%s was meant to be one of %j', ([text, names, meant]) => {
  expect(closestName(text, names)).toBe(meant);
});

test('one that is too long to be near is not compared, which would take longer than any suggestion is worth', () => {
  expect(
    closestName(
      'short',
      Array.from({ length: 20_000 }, () => 'long'.repeat(10_000)),
    ),
  ).toBeUndefined();
});

test('swapped neighbours are one edit', () => {
  expect([editDistance('abcd', 'abdc'), editDistance('abc', 'abcd'), editDistance('', 'abc')]).toEqual([
    1, 1, 3,
  ]);
});

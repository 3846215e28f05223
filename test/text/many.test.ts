import { expect, test } from 'vitest';
import { append, highest, lowest, sum } from '../../src/text/index.ts';

/** More than can be spread into the arguments of a call. */
const MANY = 1_000_000;

test.for([
  { values: [3, 1, 2], high: 3, low: 1 },
  { values: [-0.5], high: -0.5, low: -0.5 },
  { values: [], high: -Infinity, low: Infinity },
])('extremes of $values are those that Math knows', ({ values, high, low }) => {
  expect([highest(values), lowest(values)]).toEqual([high, low]);
});

test('a floor and a ceiling stand where nothing passes them', () => {
  expect([highest([], 0), highest([-1], 0), highest([2], 0)]).toEqual([0, 0, 2]);
  expect([lowest([], 1), lowest([3], 1), lowest([0.5], 1)]).toEqual([1, 1, 0.5]);
});

test('a sum of nothing is 0', () => {
  expect([sum([]), sum([1, -2, 0.5])]).toEqual([0, -0.5]);
});

test('lists are of any size', () => {
  const values = Array.from({ length: MANY }, (_, index) => index);
  const list = [-1];
  append(list, values);
  expect([list.length, highest(list), lowest(list)]).toEqual([MANY + 1, MANY - 1, -1]);
});

import { expect, test } from 'vitest';
import { addTo, groupedBy, tally } from '../../src/text/index.ts';

const WORDS = ['stoat', 'otter', 'owl', 'seal', 'owl'];

test('lists are begun by their first item and go on with the next', () => {
  const lists = new Map([['otter', [1]]]);
  addTo(lists, 'otter', 2);
  addTo(lists, 'owl', 3);
  expect([...lists]).toEqual([
    ['otter', [1, 2]],
    ['owl', [3]],
  ]);
});

test('items stand under what they have in common, in the order in which they come', () => {
  expect([...groupedBy(WORDS, (word) => word[0])]).toEqual([
    ['s', ['stoat', 'seal']],
    ['o', ['otter', 'owl', 'owl']],
  ]);
});

test('items are counted', () => {
  expect([...tally(WORDS)]).toEqual([
    ['stoat', 1],
    ['otter', 1],
    ['owl', 2],
    ['seal', 1],
  ]);
});

import { expect, test } from 'vitest';
import { releaseMeant } from '../../src/text/index.ts';

const RELEASES = ['9.0', '17.1', '18.0', '18.1', '18.2-beta', '19.0-beta'];

test.for([
  ['18.0', '18.0'],
  ['18', '18.1'],
  ['v18', '18.1'],
  [' V18.0 ', '18.0'],
  ['17', '17.1'],
  ['18.2-beta', '18.2-beta'],
  // Nothing else is there of it.
  ['19', '19.0-beta'],
  ['1', undefined],
  ['18.3', undefined],
  ['newest', undefined],
  ['', undefined],
] as const)('%j means %s', ([text, meant]) => {
  expect(releaseMeant(text, RELEASES)).toBe(meant);
});

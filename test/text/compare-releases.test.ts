import { expect, test } from 'vitest';
import { compareReleases } from '../../src/text/index.ts';

test.for([
  ['', '1.0'],
  ['9.0', '10.1'],
  ['10.0', '10.1'],
  ['11.0-beta', '11.0'],
  ['11.0-alpha', '11.0-beta'],
  ['11.0', '11.1-beta'],
  ['18', '18.1'],
  ['2024-05-17', '2024-06-01'],
  ['enterprise-attack', 'ics-attack'],
])('%s is older than %s', ([older = '', newer = '']) => {
  expect(compareReleases(older, newer)).toBeLessThan(0);
  expect(compareReleases(newer, older)).toBeGreaterThan(0);
});

test('a release is as old as itself', () => {
  expect(compareReleases('18.1', '18.1')).toBe(0);
});

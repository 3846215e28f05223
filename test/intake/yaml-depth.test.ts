import { expect, test } from 'vitest';
import { readYaml } from '../../src/intake/index.ts';

test.for([
  ['lists in brackets', `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ['maps in braces', `a: ${'{a: '.repeat(20_000)}1${'}'.repeat(20_000)}`],
  ['lists by dashes', `${'- '.repeat(20_000)}1`],
  ['brackets that are never closed', '['.repeat(20_000)],
])('%s that are nested too deep are said to be just that', ([, text = '']) => {
  const { value, faults } = readYaml('deep.yaml', text);
  expect(value).toBeUndefined();
  expect(faults.map(({ message }) => message)).toContain(
    'Lists and maps in it are nested too deep to be read',
  );
});

test('a few hundred levels are read', () => {
  expect(readYaml('nested.yaml', `${'['.repeat(200)}${']'.repeat(200)}`).faults).toEqual([]);
});

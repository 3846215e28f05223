import { expect, test } from 'vitest';
import { readYaml } from '../../src/intake/index.ts';
import { readRules } from '../../src/sigma/index.ts';

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

test('what is longer than the memory of the parser has room for, and several documents, are said in our words', () => {
  expect(readYaml('long.yaml', `a: ${'x'.repeat(8_000_000)}`).faults).toMatchObject([
    { message: 'It has more than 8000000 characters' },
  ]);
  expect(readYaml('several.yaml', 'a: 1\n---\nb: 1\n').faults).toMatchObject([
    { message: 'It has several documents, and one is read', place: { line: 2 } },
  ]);
});

test('a few hundred levels are read', () => {
  expect(readYaml('nested.yaml', `${'['.repeat(200)}${']'.repeat(200)}`).faults).toEqual([]);
});

test.for([
  ['a list that holds itself', 'a: &a [*a]'],
  ['a map that holds itself', '&a\nname: x\nsectors: *a'],
  ['a part of a part', 'a: &a\n  b: [1, { c: *a }]'],
])('%s has no value, here and as a rule', ([, text = '']) => {
  expect(readYaml('circular.yaml', text)).toMatchObject({
    value: undefined,
    faults: [{ message: 'An alias in it stands within what it is an alias of' }],
  });
  expect(readRules('circular.yml', text).issues.map(({ code, message }) => [code, message])).toEqual([
    ['G101', expect.stringContaining('an alias in it stands within what it is an alias of')],
  ]);
});

test('what stands in several places is read in each', () => {
  const { value, faults } = readYaml('shared.yaml', 'a: &a [1]\nb: *a\nc: [*a, { d: *a }]');
  expect(faults).toEqual([]);
  expect(value).toEqual({ a: [1], b: [1], c: [[1], { d: [1] }] });
});

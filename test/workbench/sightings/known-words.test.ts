import { expect, test } from 'vitest';
import { knownWords } from '../../../src/workbench/index.ts';
import { knowledgeOf } from '../../support/desk.ts';
import { pondReleases } from '../../support/releases.ts';

test.for([
  ['T9103', { to: 'T9102', standing: 'resolved' }, 'revoked'],
  ['T9101', { to: 'T9101', standing: 'unchanged' }, 'the same'],
  ['T9104', { standing: 'dropped' }, 'withdrawn without a successor'],
  ['T9999', { standing: 'unknown' }, 'in no release'],
] as const)('%s is carried to the newest release as %j: %s', ([id, carried]) => {
  expect(knownWords(pondReleases()).carry(id)).toMatchObject(carried);
});

test('an earlier release that is asked for has its own ids', () => {
  const { release, carry } = knownWords(pondReleases(), '1.0');
  expect([release, carry('T9103').to]).toEqual(['1.0', 'T9103']);
});

test('groups are found by id, name and spelling; what leads to none is none', () => {
  const { groupNamed } = knownWords(pondReleases());
  expect(['G9101', 'Wader', 'wader', 'Nobody', 'T9101'].map(groupNamed)).toEqual([
    'G9101',
    'G9101',
    'G9101',
    undefined,
    undefined,
  ]);
});

test('where no release is loaded every technique is unknown; one that is not loaded is refused', () => {
  expect(knownWords(knowledgeOf()).carry('T9101')).toEqual({ standing: 'unknown' });
  expect(() => knownWords(pondReleases(), '7.0')).toThrow('7.0');
});

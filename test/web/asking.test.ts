import { expect, test } from 'vitest';
import { commandOf, shellWord } from '../../web/src/api/command-of.ts';
import { readTerms } from '../../web/src/address/terms.ts';
import { underTerms } from '../../web/src/api/under-terms.ts';
import { requestOf } from '../../web/src/api/ask.ts';
import { writtenQuestions } from '../../web/build/questions-plugin.ts';

const NONE = { rules: [], tlp: '' };

test.for([
  ['profile', { group: 'G0016' }, NONE, '/api/profile?group=G0016', undefined],
  ['profile', { group: 'a b&c', direct: false }, NONE, '/api/profile?group=a+b%26c', undefined],
  [
    'compare',
    { groups: ['G1', 'G2'], derived: true },
    NONE,
    '/api/compare?groups=G1&groups=G2&derived=true',
    undefined,
  ],
  ['status', {}, { rules: ['ours'], tlp: 'green' }, '/api/status?rules=ours&tlp=green', undefined],
  [
    'threats',
    { organisation: { name: 'Kaltbach' }, limit: 5 },
    { rules: [], tlp: 'amber' },
    '/api/threats?tlp=amber',
    '{"organisation":{"name":"Kaltbach"},"limit":5}',
  ],
] as const)(
  '%s of %o is asked in an address where it fits there',
  ([name, question, access, address, body]) => {
    expect(requestOf(name, question, access)).toEqual(body === undefined ? { address } : { address, body });
  },
);

test('the command of a question is written by the table of use cases', async () => {
  const written = await writtenQuestions();
  const command = (name: string, question: object, access = NONE): string =>
    commandOf(written[name] ?? { command: '', fields: {} }, question, access);
  expect(command('profile', { group: 'G0016', direct: true, brief: false, domains: [] })).toBe(
    'foeprint profile G0016 --direct',
  );
  expect(command('explain', { first: 'G0016', second: 'T1055', all: true })).toBe(
    'foeprint explain G0016 T1055 --all',
  );
  expect(command('groups', { sectors: ['oil and gas'], activeSince: '2024' })).toBe(
    "foeprint groups --sector 'oil and gas' --active-since 2024",
  );
  expect(command('overlap-groups', {}, { ...NONE, tlp: 'amber' })).toBe(
    'foeprint overlap groups --tlp amber',
  );
});

test.for([
  ['APT29', 'APT29'],
  ['it’s', "'it’s'"],
  ["o'clock", String.raw`'o'\''clock'`],
  ['$(reboot)', "'$(reboot)'"],
] as const)('%s is a word of a shell', ([word, expected]) => {
  expect(shellWord(word)).toBe(expected);
});

test('terms of the page go along as far as a question knows them, and what it says itself comes first', async () => {
  const written = await writtenQuestions();
  const terms = readTerms({ release: '17.1', 'as-of': '2024-01-01', hide: 'misp-galaxy:groups' });
  const asked = (name: string, question: object): object =>
    underTerms(question, terms, written[name]?.fields ?? {});
  expect(asked('threats', { top: 3 })).toEqual({
    release: '17.1',
    asOf: '2024-01-01',
    hide: ['misp-galaxy:groups'],
    top: 3,
  });
  expect(asked('profile', { group: 'G0016', asOf: '2020-01-01' })).toEqual({
    release: '17.1',
    group: 'G0016',
    asOf: '2020-01-01',
  });
  // Batches and products of sightings are left out by the same word.
  expect(asked('sectors', {})).not.toHaveProperty('hide');
});

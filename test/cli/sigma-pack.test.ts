import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { DraftedRule } from '../../src/answers/index.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';
import { ruleText } from '../support/sigma.ts';

const { path, run, write } = sampleHome();
for (const folder of ['library/deep er', 'no-rules', 'atomics/T9001.001', 'atomics/T9006'])
  mkdirSync(path(folder), { recursive: true });

/** Rules about names that run from right to left have the character that does it. */
const CONCH = `${ruleText('conch: [conch]\ncondition: conch')}tags:\r\n  - attack.t9001.001\r\n# \u202e\r\n`;
write('library/deep er/conch.yml', CONCH);
write('library/LICENSE', 'Anybody may.\n');

async function sigma(...words: readonly string[]) {
  return await run('sigma', ...words, '--sigma-rules', path('library'));
}

test('rules are written as they are, with an index, the licence and the notices', async () => {
  const pack = path('pack');
  const { exitCode, err } = await sigma('G9001', '-o', `${pack}/`);
  expect([exitCode, err.includes(`Written to ${pack}/`)]).toEqual([0, true]);
  expect(readFileSync(`${pack}/rules/deep-er/conch.yml`, 'utf8')).toBe(CONCH);
  expect(readFileSync(`${pack}/LICENSE-rules.txt`, 'utf8')).toBe('Anybody may.\n');
  expect(readFileSync(`${pack}/README.md`, 'utf8')).toContain('rules/deep-er/conch.yml');
  const [, ...index] = readFileSync(`${pack}/index.csv`, 'utf8').trim().split('\r\n');
  expect(index).toEqual([
    'T9001.001,Letter with Attachment,Pebbles,,,rules/deep-er/conch.yml,',
    'T9006,Planned Visit,,,,,',
    'T9012,Usual Post,,,,,',
  ]);
});

test.for<[string, readonly string[], string]>([
  ['nothing', [], 'W697'],
  ['a group and a technique', ['G9001', '-t', 'T9001'], 'W690'],
  ['a platform of nobody', ['G9001', '--platform', 'Abacus'], 'W691'],
  ['a group of nobody', ['G9999'], 'W601'],
])('%s is refused', async ([, words, code]) => {
  const { exitCode, err } = await sigma(...words);
  expect([exitCode === 0, err.includes(code)]).toEqual([false, true]);
});

test('without a library it says where to get one', async () => {
  const { exitCode, err } = await run('sigma', 'G9001');
  expect([exitCode === 0, err.includes('W698')]).toEqual([false, true]);
});

test('where no technique has rules the answer is empty', async () => {
  expect(await sigma('-t', 'T9008')).toMatchObject({ exitCode: 1 });
});

test.for<[words: readonly string[], tags: Readonly<Record<string, readonly string[]>>]>([
  [['G9001'], { 'T9001.001': ['g9001'], T9006: ['g9001'] }],
  [['G9001', 'G9002'], { 'T9001.001': ['g9001', 'g9002'], T9006: ['g9001'] }],
  [['-t', 'T9001.001'], { 'T9001.001': [] }],
  [['--org', ORGANISATION], { 'T9001.001': ['g9001', 'g9002', 'g9005', 'g9007', 'g9012'], T9006: ['g9001'] }],
])('drafts for %j are tagged with those asked about that use the technique', async ([words, tags]) => {
  const tests = ['T9001.001', 'T9006'].map((id, at) => [
    id,
    atomicsYaml(
      id,
      atomicTest(at, { executor: { name: 'command_prompt', command: 'whelk.exe /collect shells' } }),
    ),
  ]);
  for (const [id, text] of tests) write(`atomics/${id}/${id}.yaml`, text);
  write('no-rules/none.yml', ruleText('a: [b]\ncondition: a'));
  const { out } = await run(
    'sigma',
    ...words,
    '--drafts',
    '--sigma-rules',
    path('no-rules'),
    '--atomics',
    path('atomics'),
    '--json',
  );
  const { drafts } = JSON.parse(out).answer;
  expect(
    Object.fromEntries(
      drafts.map(({ technique, text }: DraftedRule) => [
        technique.label,
        [...text.matchAll(/attack\.(g\d{4})/gu)].map(([, group]) => group),
      ]),
    ),
  ).toEqual(tags);
});

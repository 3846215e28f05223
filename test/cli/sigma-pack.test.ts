import { mkdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sampleHome } from '../support/sample-home.ts';
import { ruleText } from '../support/sigma.ts';

const { path, run, write } = sampleHome();
mkdirSync(path('library/deep er'), { recursive: true });

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

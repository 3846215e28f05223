import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { row } from '../../src/workbench/use-cases/emulation/emulate.ts';
import { filesOf } from '../../src/workbench/index.ts';
import { openHome } from '../../src/library/index.ts';
import { atomicsYaml, atomicTest } from '../support/atomics.ts';
import { sampleHome } from '../support/sample-home.ts';

const { path, run, write } = sampleHome();

const LIBRARY = atomicsYaml(
  'T9001.001',
  atomicTest(1, { executor: { name: 'sh', command: 'echo \u001b]0;title\u0007' } }),
  atomicTest(2, { executor: { name: 'sh' } }),
);

/** Runs `emulate` with the library of tests. */
async function emulate(...words: readonly string[]) {
  write('T9001.001.yaml', LIBRARY);
  return await run('emulate', 'G9001', '--atomics', path('T9001.001.yaml'), ...words);
}

test('a plan is written into a folder, and again, and never over what was changed', async () => {
  const plan = path('plan');
  const { exitCode, err } = await emulate('-o', `${plan}/`);
  expect({ exitCode, written: err.includes(`Written to ${plan}/`), refused: err.includes('I501') }).toEqual({
    exitCode: 0,
    written: true,
    refused: true,
  });
  expect(readdirSync(plan).toSorted()).toEqual([
    'NOTICE.txt',
    'SHA256SUMS',
    'atomic',
    'caldera',
    'ctid',
    'exercise.md',
    'plan.json',
  ]);
  for (const file of ['exercise.md', 'plan.json', 'ctid/example-heron.yaml'])
    expect(readFileSync(`${plan}/${file}`, 'utf8')).not.toContain('\u001b');
  const before = readFileSync(`${plan}/SHA256SUMS`, 'utf8');
  expect(await emulate('-o', plan)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(`${plan}/SHA256SUMS`, 'utf8')).toBe(before);
  appendFileSync(`${plan}/exercise.md`, 'x');
  const refused = await emulate('-o', plan);
  expect({ ...refused, code: refused.err.includes('C737') }).toMatchObject({ exitCode: 2, code: true });
  expect(await emulate('-o', plan, '--force')).toMatchObject({ exitCode: 0 });
  expect(readFileSync(`${plan}/SHA256SUMS`, 'utf8')).toBe(before);
});

test.for<[string, readonly string[], string]>([
  ['no library', ['emulate', 'G9001'], 'W695'],
  ['a library that is not there', ['emulate', 'G9001', '--atomics', '/no/such/place'], 'A401'],
  ['a platform of nobody', ['emulate', 'G9001', '--platform', 'Abacus'], 'W696'],
  ['a tactic of nobody', ['emulate', 'G9001', '--tactic', 'Tickling'], 'W696'],
  ['a day of no calendar', ['emulate', 'G9001', '--since', '2026-02-30'], 'W608'],
])('%s is refused', async ([, words, code]) => {
  const { exitCode, err } = await run(...words);
  expect(err).toContain(code);
  expect(exitCode).not.toBe(0);
});

test('a folder is written by no other form, and by no command without files', async () => {
  expect((await emulate('-o', path('other/'), '--as', 'csv')).exitCode).not.toBe(0);
  expect((await run('profile', 'G9001', '-o', path('other/'))).exitCode).not.toBe(0);
  expect(existsSync(path('other'))).toBe(false);
});

test('every file of a marked answer says how far it may go', async () => {
  write('T9001.001.yaml', LIBRARY);
  const home = await openHome({ home: path('home'), cwd: path('.') });
  const envelope = await home.ask('emulate', { group: 'G9001' }, { atomics: path('T9001.001.yaml') });
  const files = await filesOf(row, { ...envelope, markings: { level: 'TLP:AMBER' } });
  expect(files.length).toBeGreaterThan(7);
  expect(files.filter(({ text }) => !text.includes('TLP:AMBER')).map((file) => file.path)).toEqual([]);
  await home.close();
});

import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openHome } from '../../src/home/index.ts';
import { emptyHome } from '../support/sample-home.ts';
import { batchOf, imported } from '../sightings/duckdb/support.ts';

const { path, run, load, write } = emptyHome();

beforeAll(async () => {
  await load('nothing-of-note.json', {
    type: 'tool',
    spec_version: '2.1',
    id: 'tool--00000000-0000-4000-8000-000000000001',
    created: '2024-01-01T00:00:00Z',
    modified: '2024-01-01T00:00:00Z',
    name: 'Rake',
  });
  const home = await openHome({ home: path('home'), cwd: path('.') });
  const store = await home.sightings();
  await imported(store, batchOf('open.csv', ['2026-01-05 T1105 1', '2026-01-06 T1059 2']));
  const { batch, sightings } = batchOf('shut.csv', ['2026-02-01 T1105 3']);
  await imported(store, { batch: { ...batch, level: 'amber' }, sightings });
  await home.close();
});

test('sightings list shows batches, and how far they may go', async () => {
  const { out, exitCode } = await run('sightings', 'list');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^TLP:AMBER/mu);
  expect(out).toMatch(/open\.csv.*shut\.csv/su);
  const answer = JSON.parse((await run('sightings', 'list', '--json')).out);
  expect(answer).toMatchObject({
    answer: {
      engine: 'DuckDB',
      synthetic: false,
      rows: 3,
      batches: [{ rows: 2 }, { rows: 1, level: 'amber' }],
    },
    markings: { level: 'TLP:AMBER' },
  });
});

test('who is not cleared for a batch does not see it, nor a marking', async () => {
  const { out } = await run('sightings', 'list', '--tlp', 'green');
  expect(out).toContain('open.csv');
  expect(out).not.toMatch(/shut|AMBER/u);
  expect(await run('sightings', 'export', '--parquet', path('lake'), '--tlp', 'green')).toMatchObject({
    out: expect.stringContaining('2 sightings'),
  });
  expect(readFileSync(path('lake/manifest.json'), 'utf8')).not.toContain('shut');
});

test('what came of several inputs is added up', async () => {
  write('one.txt', 'T1001\nT1002\n');
  write('two.json', { class_uid: 2004, attacks: [{ technique: { uid: 'T1003' } }] });
  write('none.json', { weather: 'fine' });
  const files = ['one.txt', 'two.json', 'none.json'].map(path);
  const { out } = await run('sightings', 'import', ...files, '--date', '2026-01-05', '--dry-run');
  expect(out).toMatch(/^3 inputs: .*only tried, with \d sightings?; .*refused/mu);
});

test('where there are none it says how they come there', async () => {
  const { out, exitCode } = await run('sightings', 'list', '--synthetic');
  expect({ out, exitCode }).toEqual({
    out: expect.stringContaining('foeprint sightings generate'),
    exitCode: 1,
  });
});

test.for([
  { words: ['remove', 'nobody'], shown: /^S908/mu, exitCode: 2 },
  { words: ['remove', ''], shown: /^S908/mu, exitCode: 2 },
  { words: ['export'], shown: /^H560/mu, exitCode: 2 },
  { words: ['generate', '--until', 'soon'], shown: /^H561/mu, exitCode: 2 },
  { words: ['generate', '--rows', '10'], shown: /^H561/mu, exitCode: 2 },
])('sightings $words is refused with $shown', async ({ words, shown, exitCode }) => {
  const ended = await run('sightings', ...words);
  expect(ended).toMatchObject({ exitCode, out: '', err: expect.stringMatching(shown) });
});

test('sightings list --verify says how much was read, and that it is as it was stored', async () => {
  const { out, exitCode } = await run('sightings', 'list', '--verify');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/All 3 sightings are there, as they were stored\. 2 files of [\d ,]+ bytes/u);
});

test('a refusal that names a marked batch is marked', async () => {
  const shut = join(path('home'), 'sightings', 'data', 'month=2026-02');
  renameSync(shut, path('away'));
  for (const words of [['list', '--verify'], ['summary'], ['export', '--parquet', path('lake')]])
    expect(await run('sightings', ...words), words.join(' ')).toMatchObject({
      out: '',
      err: expect.stringMatching(/^TLP:AMBER\nS907.*shut\.csv/su),
    });
  renameSync(path('away'), shut);
});

test('a damaged file is named, and what to do about it', async () => {
  const other = join(path('home'), 'sightings', 'data', 'month=2026-01');
  rmSync(other, { recursive: true });
  expect(await run('sightings', 'compact')).toMatchObject({
    exitCode: 3,
    err: expect.stringMatching(/^S907/mu),
  });
  const home = await openHome({ home: path('home'), cwd: path('.') });
  await expect((await home.sightings()).ask({ by: [], measures: ['rows'] })).rejects.toThrow(
    /S907.*open\.csv.*sightings remove/su,
  );
  await home.close();
  expect(await run('sightings', 'list', '--verify')).toMatchObject({
    out: '',
    err: expect.stringMatching(/^S907 .*month=2026-01.*is missing.*open\.csv.*sightings remove/su),
    exitCode: 3,
  });
  expect(await run('sightings', 'remove', 'open.csv')).toMatchObject({ exitCode: 0 });
  expect((await run('sightings', 'list')).out).not.toContain('open.csv');
});

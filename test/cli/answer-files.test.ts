import {
  chmodSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { Home } from '../../src/home/index.ts';
import { ORGANISATION, sampleHome } from '../support/sample-home.ts';

const { path, run } = sampleHome();

/** A new folder of this name. */
function folder(name: string): string {
  mkdirSync(path(name));
  return path(name);
}

test('an answer takes the place of an older one as a whole, and keeps its rights', async () => {
  const place = folder('whole');
  const file = join(place, 'report.html');
  writeFileSync(file, 'the older one');
  chmodSync(file, 0o640);
  linkSync(file, path('kept.html'));
  expect(await run('list', 'groups', '-o', file)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(file, 'utf8')).toContain('Example Heron');
  expect(readFileSync(path('kept.html'), 'utf8')).toBe('the older one');
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(place)).toEqual(['report.html']);
});

test.for([['list', 'groups', '-o'], ['dump']])('%j follows a link', async (words) => {
  const place = folder(`links-${words[0]}`);
  writeFileSync(join(place, 'target.txt'), 'old');
  for (const name of ['target.txt', 'not-yet.txt']) {
    symlinkSync(name, join(place, 'link.txt'));
    expect(await run(...words, join(place, 'link.txt'))).toMatchObject({ exitCode: 0 });
    expect(readlinkSync(join(place, 'link.txt'))).toBe(name);
    expect(statSync(join(place, name)).size).toBeGreaterThan(100);
    rmSync(join(place, 'link.txt'));
  }
  expect(readdirSync(place).toSorted()).toEqual(['not-yet.txt', 'target.txt']);
});

test('-o - is standard output', async () => {
  const [plain, dash] = [await run('list', 'groups'), await run('list', 'groups', '-o', '-')];
  expect(dash).toEqual(plain);
  const pdf = await run('list', 'groups', '--format', 'pdf', '-o', '-');
  expect(pdf.out.slice(0, 5)).toBe('%PDF-');
});

test.for([
  ['where', 'none/report.html'],
  ['a folder', ''],
  ['a file for a folder', 'home/knowledge.db/report.html'],
] as const)('what cannot be written, %s, is refused before the work', async ([, file]) => {
  const opened = vi.spyOn(Home.prototype, 'knowledgeBase');
  const ran = await run('threats', '--org', ORGANISATION, '-o', path(file));
  expect(ran).toMatchObject({ exitCode: 2, out: '' });
  expect(ran.err).toMatch(/^C701/);
  expect(opened).not.toHaveBeenCalled();
});

const THREATS = ['threats', '--org', ORGANISATION];

test.for([
  [THREATS, 'svg'],
  [THREATS, 'docx'],
  [['profile', 'Example Heron'], 'svg'],
  [['timeline', 'Example Heron'], 'docx'],
  [['org', 'init'], 'csv'],
  [['explain', 'G9001', 'T9001'], 'csv'],
] as const)('%j does not write an ending that it does not have: .%s', async ([words, ending]) => {
  const file = path(`refused.${ending}`);
  const ran = await run(...words, '-o', file);
  expect(ran).toMatchObject({ exitCode: 2, out: '' });
  expect(ran.err).toMatch(/^C718[\s\S]*It answers as \./);
  expect(() => statSync(file)).toThrow('ENOENT');
});

test.for([
  [THREATS, 'html', '<!doctype html'],
  [THREATS, 'json', '{'],
  [THREATS, 'txt', 'groups documented'],
  [THREATS, 'csv', '#'],
  [[...THREATS, '--format', 'csv'], 'table', '#'],
  [['config'], 'csv', 'setting'],
  [['config'], 'xlsx', 'PK'],
  [['profile', 'Example Heron'], 'csv', 'tactic'],
  [['profile', 'Example Heron'], 'xlsx', 'PK'],
  [['export', 'derived'], 'json', '{'],
  [['export', 'derived'], 'md', '# '],
  [['explain', 'G9001', 'T9001'], 'svg', '<svg'],
  [['explain', 'G9001', 'T9001'], 'mmd', 'flowchart'],
  [['explain', 'G9001', 'T9001', '--graph', 'json'], 'graph', '{'],
  [['show', 'Example Heron', '--raw'], 'json', '{'],
  [['show', 'Example Heron', '--raw'], 'md', '{'],
  [[...THREATS, '--format', 'html'], 'page', '<!doctype html'],
  [[...THREATS, '--json'], 'data', '{'],
] as const)('%j writes .%s', async ([words, ending, start]) => {
  const file = path(`written.${ending}`);
  expect(await run(...words, '-o', file)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(file, 'latin1').slice(0, 200).toLowerCase()).toContain(start.toLowerCase());
});

test('a failure to close does not change what was answered', async () => {
  vi.spyOn(Home.prototype, 'close').mockRejectedValueOnce(new RangeError('cannot be closed'));
  const { exitCode, out, err } = await run('list', 'groups');
  expect([exitCode, out.includes('Example Heron'), err.includes('cannot be closed')]).toEqual([
    0,
    true,
    true,
  ]);
});

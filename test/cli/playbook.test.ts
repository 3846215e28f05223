import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/home/index.ts';
import { ORGANISATION, SAMPLE, sampleHome } from '../support/sample-home.ts';

const { path, run, write } = sampleHome();
const read = (file: string): string => readFileSync(path(file), 'utf8');

test('a report of the fictional sample, as a page, Markdown, text and JSON', async () => {
  for (const file of ['report.html', 'report.md'])
    expect(await run('playbook', '--org', ORGANISATION, '-o', path(file))).toMatchObject({ exitCode: 0 });
  expect(read('report.html')).toContain('<h1>Threat profile: Kaltbach Telecom</h1>');
  expect(read('report.md')).toContain('## What to do first');
  const { out } = await run('playbook', '--org', ORGANISATION);
  expect(out).toContain('How sure this is');
  const { out: json } = await run('playbook', '--org', ORGANISATION, '--json');
  expect(JSON.parse(json)).toMatchObject({ useCase: 'playbook', answer: { foeprint: VERSION } });
});

test('a run that is kept is the same each time, and nothing changed since', async () => {
  for (const file of ['one.json', 'two.json'])
    await run('playbook', '--org', ORGANISATION, '--save-run', path(file));
  expect(read('two.json')).toBe(read('one.json'));
  const { out } = await run('playbook', '--org', ORGANISATION, '--since', path('one.json'), '--json');
  expect(JSON.parse(out)).toMatchObject({
    answer: { changes: { knowledge: [], settings: [], groups: [], lists: [] } },
  });
});

test('a playbook is written, edited, run again, and what was asked otherwise is said', async () => {
  expect(await run('playbook', 'init', path('playbook.yaml'), '--org', ORGANISATION)).toMatchObject({
    exitCode: 0,
  });
  expect(
    await run('playbook', '--file', path('playbook.yaml'), '--save-run', path('before.json')),
  ).toMatchObject({
    exitCode: 0,
  });
  const edited = read('playbook.yaml').replace(/# weights: .*$/m, 'weights: { recency: 0 }');
  write('playbook.yaml', edited);
  const { out, exitCode } = await run(
    'playbook',
    '--file',
    path('playbook.yaml'),
    '--since',
    path('before.json'),
  );
  expect(exitCode).toBe(0);
  expect(out).toContain('weight of recency: 0.46 → 0');
});

test('a playbook is not written over another file unless that is said', async () => {
  write('mine.yaml', 'mine\n');
  const { exitCode, err } = await run('playbook', 'init', path('mine.yaml'));
  expect(exitCode).toBe(2);
  expect(err).toContain('C730');
  expect(read('mine.yaml')).toBe('mine\n');
  expect(await run('playbook', 'init', path('mine.yaml'), '--force')).toMatchObject({ exitCode: 0 });
  expect(read('mine.yaml')).toContain('playbook: 1');
});

test.for([
  { what: 'no organisation', words: [], code: 'C720', exitCode: 2 },
  { what: 'no file', words: ['--file', 'nowhere.yaml'], code: 'A4', exitCode: 3 },
  {
    what: 'a run that is none',
    words: ['--org', ORGANISATION, '--since', ORGANISATION],
    code: 'H556',
    exitCode: 2,
  },
  { what: 'a playbook that is none', words: ['--file', SAMPLE], code: 'H55', exitCode: 2 },
  { what: 'a day that is none', words: ['--org', ORGANISATION, '--as-of', 'May'], code: 'W608', exitCode: 2 },
  {
    what: 'no folder',
    words: ['--org', ORGANISATION, '--save-run', '/nowhere/run.json'],
    code: 'C701',
    exitCode: 2,
  },
])('$what: $code', async ({ words, code, exitCode }) => {
  const ran = await run('playbook', ...words);
  expect(ran.err).toContain(code);
  expect(ran.exitCode).toBe(exitCode);
});

test('steps of a playbook that are not understood are named with line, column and what was meant', async () => {
  write('odd.yaml', 'playbook: 1\nsteps:\n  - sumary\n');
  const { err, exitCode } = await run('playbook', '--file', path('odd.yaml'), '--org', ORGANISATION);
  expect(exitCode).toBe(2);
  expect(err).toContain('odd.yaml:3:5');
  expect(err).toContain('Did you mean `summary`?');
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { issueTables } from '../../scripts/reference-pages.ts';
import { EXIT } from '../../src/cli/call/command.ts';
import { exitCodeOf } from '../../src/cli/call/exit-code-of.ts';
import { errorOf } from '../../src/facts/index.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { path, run } = sampleHome();

test.for([
  ['groups', '-k', 'manufacturing', '-k', 'telecom'],
  ['groups', '-k', 'telecom', '--any', '--whole-word'],
  ['show', 'G9001'],
  ['show', 'Patient Wader'],
  ['show', 'G9013'],
  ['search', 'letter'],
  ['techniques', 'G9001', 'G9002'],
  ['techniques', 'G9001', 'G9002', '--shared', '--derived'],
  ['prevalence', '--min', '2'],
  ['explain', 'G9002', 'T9008'],
  ['explain', 'G9002', 'T9013'],
  ['explain', 'G9002', 'T9008', '--graph', 'mermaid'],
  ['mitigations', 'T9001.001'],
  ['mitigations', 'G9001'],
  ['detections', 'T9001.001'],
  ['detections', 'G9001'],
  ['list', 'techniques'],
  ['list', 'techniques', '--withdrawn'],
  ['rules'],
  ['query', 'uses(G, T), mitigates(M, T), G = "Example Heron"'],
  ['walkthrough'],
])('foeprint %j answers as before', async (words) => {
  const { exitCode, out, err } = await run(...words);
  expect(err).toBe('');
  const name = words.join(' ').replaceAll(/[^\w.-]+/gu, '_');
  await expect(`${out}\nexit ${exitCode}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

test.for([
  { words: ['show', 'Nobody at all'], exitCode: 2, code: 'W601' },
  { words: ['list', 'fishes'], exitCode: 2, code: 'W605' },
  { words: ['groups'], exitCode: 2, code: 'W606' },
  { words: ['techniques'], exitCode: 2, code: 'W645' },
  { words: ['explain', 'G9001', 'T9001', '--relation', 'loves'], exitCode: 2, code: 'W607' },
  { words: ['mitigations', 'TA9001'], exitCode: 2, code: 'W603' },
  { words: ['query', 'uses(G'], exitCode: 2, code: 'R301' },
  { words: ['load', 'no-such-file.json'], exitCode: 3, code: 'A401' },
  { words: ['rules', '--rules', 'no-such-rules.dl'], exitCode: 2, code: 'H530' },
  { words: ['groups', '-k', 'heron', '-o', '/no/such/folder/x.md'], exitCode: 2, code: 'C701' },
])(
  '$words ends with $exitCode and $code, on standard error and as JSON',
  async ({ words, exitCode, code }) => {
    const ran = await run(...words, '--json');
    expect(ran.exitCode).toBe(exitCode);
    expect(ran.err).toMatch(new RegExp(`^${code}`, 'u'));
    expect(JSON.parse(ran.out)).toMatchObject({ issues: [{ code }] });
  },
);

test('what is wrong with a question or an input never ends as a fault of Foeprint', async () => {
  const declarations = [...(await issueTables()).values()].flat();
  const faults = declarations.filter((one) => exitCodeOf(errorOf(one, 'It is wrong.')) === EXIT.fault);
  expect(faults.map(({ code }) => code)).toEqual([]);
});

test.for([
  ['groups', '-k', 'no such word'],
  ['explain', 'G9002', 'T9013'],
  ['query', 'uses("G9002", "T9013")'],
])('%j has an empty answer and says so with exit code 1', async (words) => {
  expect((await run(...words)).exitCode).toBe(1);
});

test('every answer as JSON names its sources and keeps their notices', async () => {
  const { out } = await run('show', 'G9001', '--json');
  expect(JSON.parse(out)).toMatchObject({
    answer: { thing: { label: 'G9001', name: 'Example Heron' } },
    sources: [{ name: 'Foeprint sample 1.0' }],
    notices: [expect.stringContaining('Invented for Foeprint')],
  });
});

test('an empty home says what to do', async () => {
  const ran = await runFoeprint(
    'groups',
    '-k',
    'heron',
    '--home',
    await temporaryFolder(),
    '--config',
    NO_CONFIG,
  );
  expect(ran.exitCode).toBe(2);
  expect(ran.err).toMatch(/^W604[^]*foeprint sync/u);
});

test.for([['--help'], ['groups', '--help'], ['--version']])('%j is help, not a fault', async (words) => {
  expect(await runFoeprint(...words)).toMatchObject({ exitCode: 0, err: '' });
});

test.for([
  ['grups'],
  ['export', 'everything'],
  ['prevalence', '--min', 'many'],
  ['prevalence', '--sort', 'mood'],
  ['show'],
])('%j is a wrong command line', async (words) => {
  const { exitCode, err } = await runFoeprint(...words);
  expect(exitCode).toBe(2);
  expect(err).toMatch(/^C77\d/u);
});

test.for([
  [['overlap'], 'overlap groups` or `foeprint overlap sectors'],
  [['overlap', 'countries'], 'overlap groups` or `foeprint overlap sectors'],
  [
    ['org'],
    'org init` or `foeprint org check` or `foeprint org keep` or `foeprint org show` or `foeprint org remove',
  ],
] as const)('%j has the names of two words that begin so', async ([words, names]) => {
  const { exitCode, err } = await runFoeprint(...words);
  expect(exitCode).toBe(2);
  expect(err).toContain(`Did you mean \`foeprint ${names}\`?`);
});

test.for([
  [['org', '--help'], 'org init [file]'],
  [['help', 'org'], 'org check [file]'],
  [['help', 'org', 'check'], 'Usage: foeprint org check'],
] as const)('%j is help for what begins so, and for nothing else', async ([words, expected]) => {
  const { exitCode, out } = await runFoeprint(...words);
  expect(exitCode).toBe(0);
  expect(out).toContain(expected);
  expect(out).not.toContain('migrate <file...>');
});

test('a dump restored elsewhere answers the same', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'all.foeprint');
  const elsewhere = ['--home', join(folder, 'copy'), '--config', NO_CONFIG];
  expect(await run('dump', file)).toMatchObject({
    exitCode: 0,
  });
  expect(await runFoeprint('restore', file, ...elsewhere)).toMatchObject({ exitCode: 0 });
  for (const words of [
    ['explain', 'G9002', 'T9008'],
    ['search', 'letter'],
    ['status', '--json'],
  ]) {
    const [here, there] = [await run(...words), await runFoeprint(...words, ...elsewhere)];
    expect(there).toEqual(here);
  }
});

test('a restore takes no place of anything unless asked to, and nothing from a damaged dump', async () => {
  const folder = await temporaryFolder();
  const file = join(folder, 'all.foeprint');
  const into = ['--home', join(folder, 'copy'), '--config', NO_CONFIG];
  await run('dump', file);
  await runFoeprint('restore', file, ...into);
  const before = await runFoeprint('status', '--json', ...into);
  expect(await runFoeprint('restore', file, ...into)).toMatchObject({ exitCode: 2 });
  const bytes = readFileSync(file);
  for (const [name, damaged] of [
    ['cut.foeprint', bytes.subarray(0, bytes.length / 2)],
    ['plain.foeprint', Buffer.from('no dump at all')],
    ['changed.foeprint', gzipSync(gunzipSync(bytes).toString().replace('Example Heron', 'Example Horen'))],
  ] as const) {
    writeFileSync(join(folder, name), damaged);
    const ran = await runFoeprint('restore', join(folder, name), '--replace', ...into);
    expect(ran).toMatchObject({ exitCode: 3, err: expect.stringMatching(/^(?:H540|K22[13])/u) });
  }
  expect(await runFoeprint('status', '--json', ...into)).toEqual(before);
});

test('an answer is a PDF by the ending of its file or by name, and no terminal is given one', async () => {
  const words = ['compare', 'G9001', 'G9002'];
  const byEnding = path('compare.pdf');
  const byName = path('compare');
  expect(await run(...words, '-o', byEnding)).toMatchObject({ exitCode: 0, out: '' });
  expect(await run(...words, '--format', 'pdf', '-o', byName)).toMatchObject({ exitCode: 0 });
  const [first, second] = [byEnding, byName].map((file) => readFileSync(file));
  expect(first?.toString('latin1', 0, 8)).toBe('%PDF-1.7');
  expect(first?.equals(second ?? Buffer.of())).toBe(true);
  expect(await run(...words, '--format', 'pdf')).toMatchObject({
    exitCode: 2,
    out: '',
    err: expect.stringMatching(/^C703/u) as string,
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemaFaults } from '../support/navigator-schema.ts';
import { bundle, release } from '../support/world/build.ts';
import { SHORE } from '../support/world/cast.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { NO_CONFIG, ORGANISATION, SAMPLE, sampleHome } from '../support/sample-home.ts';

const { path, run } = sampleHome();

test.for([
  ['expect', '--top', '4'],
  ['expect', '--top', '4', '--by', 'rarity', '--limit', '3'],
  ['expect', '--top', '4', '--explain', 'T9001.001'],
  ['priorities', '--top', '4'],
  ['priorities', '--top', '4', '--kind', 'detections', '--limit', '2'],
])('foeprint %j answers as before', async (words) => {
  const { exitCode, out, err } = await run(...words, '--org', ORGANISATION);
  const name = words.join(' ').replaceAll(/[^\w.-]+/gu, '_');
  await expect(`${out}\n${err}exit ${exitCode}\n`).toMatchFileSnapshot(`golden/${name}.txt`);
});

test('techniques as a layer beside the answer, as CSV, and drawn', async () => {
  const [layer, table, drawing] = ['expected.json', 'expected.csv', 'expected.svg'].map((name) => path(name));
  if (layer === undefined || table === undefined || drawing === undefined) return expect.fail();
  // The sample has no domains; the shore has one, and a matrix.
  const file = path('shore.json');
  writeFileSync(file, JSON.stringify(bundle(release('1.0'), ...SHORE.attack)));
  const ask = (...words: readonly string[]) =>
    runFoeprint(...words, '--home', path('shore'), '--config', NO_CONFIG);
  await ask('load', file);
  const written = await ask('expect', '--org', ORGANISATION, '--layer', layer, '-o', table);
  expect(written).toMatchObject({ exitCode: 0 });
  expect(schemaFaults(readFileSync(layer, 'utf8'))).toEqual([]);
  const marked = (JSON.parse(readFileSync(layer, 'utf8')) as { readonly techniques: readonly unknown[] })
    .techniques;
  expect(readFileSync(table, 'utf8').trim().split('\r\n')).toHaveLength(marked.length + 1);
  expect(await ask('expect', '--org', ORGANISATION, '-o', drawing)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(drawing, 'utf8')).toMatch(/^<svg|^<\?xml/u);
});

test('both as Excel files', async () => {
  for (const command of ['expect', 'priorities']) {
    const file = path(`${command}.xlsx`);
    expect(await run(command, '--org', ORGANISATION, '-o', file)).toMatchObject({ exitCode: 0 });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  }
});

test('coverage named on the command line counts beside that of the organisation', async () => {
  const file = path('ours.json');
  const techniques = [{ techniqueID: 'T9001', score: 100 }];
  writeFileSync(
    file,
    JSON.stringify({
      name: 'ours',
      domain: 'enterprise-attack',
      versions: { layer: '4.5', navigator: '5.1.0' },
      techniques,
    }),
  );
  const takenOff = async (...words: readonly string[]) => {
    const { out } = await run('priorities', '--org', ORGANISATION, '--json', ...words);
    const { answer } = JSON.parse(out) as {
      readonly answer: { readonly coverage: { readonly ids: number } };
    };
    return answer.coverage.ids;
  };
  expect(await takenOff('--coverage', file)).toBe((await takenOff()) + 1);
});

test.for([
  { words: ['expect'], code: 'C720' },
  { words: ['priorities'], code: 'C720' },
  { words: ['expect', '--org', ORGANISATION, '--explain', 'Nothing at all'], code: 'W601' },
  { words: ['expect', '--org', ORGANISATION, '--explain', 'T9014', '--top', '1'], code: 'W650' },
  { words: ['expect', '--org', ORGANISATION, '--tactic', 'flying'], code: 'W601' },
  { words: ['expect', '--org', ORGANISATION, '--as', 'svg'], code: 'W610' },
  { words: ['expect', '--org', ORGANISATION, '--layer', '/no/such/folder/x.json'], code: 'C701' },
  { words: ['priorities', '--org', ORGANISATION, '--coverage', SAMPLE], code: 'I150' },
])('foeprint $words ends with $code', async ({ words, code }) => {
  const ran = await run(...words);
  expect(ran.err).toContain(code);
  expect(ran.exitCode).toBeGreaterThan(1);
});

test('a coverage file that is not there is refused', async () => {
  const ran = await run('priorities', '--org', ORGANISATION, '--coverage', path('nothing.json'));
  expect(existsSync(path('nothing.json'))).toBe(false);
  expect(ran.exitCode).toBe(3);
  expect(ran.err).toContain('A401');
});

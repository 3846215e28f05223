import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { writeLayer, writeLayers } from '../../src/export/index.ts';
import { heron, mudlark } from '../support/layers.ts';
import { release } from '../support/world/build.ts';
import { SHORE } from '../support/world/cast.ts';
import { emptyHome } from '../support/sample-home.ts';

const { load, path, read, run, write } = emptyHome();

/** Layers with techniques of the shore in place of their own. */
const onShore = (layers: string): string => layers.replaceAll('T900', 'T901');

beforeAll(async () => {
  await load('shore.json', release('1.0'), ...SHORE.attack);
  write('heron.json', onShore(writeLayer(heron)));
  write('both.json', onShore(writeLayers([heron, mudlark])));
});

test('a layer of a group, and the same bytes when it is made again by its recipe', async () => {
  expect(
    await run('layer', 'Hungry Heron', '--derived', '--value', 'sources', '-o', path('one.json')),
  ).toMatchObject({
    exitCode: 0,
  });
  expect(await run('layer', '--again', path('one.json'), '-o', path('two.json'))).toMatchObject({
    exitCode: 0,
  });
  expect(read('two.json')).toBe(read('one.json'));
  expect(JSON.parse(read('one.json'))).toMatchObject({
    name: 'Hungry Heron (G0911)',
    domain: 'enterprise-attack',
  });
});

test.for([
  ['svg', '<svg'],
  ['png', '\u{FFFD}PNG'],
  ['xlsx', 'PK'],
  ['html', '<!doctype html>'],
])('a layer is drawn as %s', async ([ending = '', start = '']) => {
  const drawn = path(`drawn.${ending}`);
  expect(await run('layer', 'G0911', 'G0912', '--value', 'count', '-o', drawn)).toMatchObject({
    exitCode: 0,
  });
  expect(read(`drawn.${ending}`).slice(0, start.length)).toBe(start);
});

test.for([
  [['--only-marked'], '960 540'],
  [['--only-marked', '--page', 'a4'], '841.89 595.28'],
  [[], '595.2756 841.8898'],
] as const)('a layer as PDF with %j has pages of %s', async ([options, size]) => {
  const drawn = path('drawn.pdf');
  expect(await run('layer', 'G0911', ...options, '-o', drawn)).toMatchObject({ exitCode: 0 });
  const boxes = [...readFileSync(drawn, 'latin1').matchAll(/MediaBox \[0 0 ([\d. ]+)\]/gu)].map(
    ([, box]) => box,
  );
  expect(new Set(boxes)).toEqual(new Set([size]));
});

test('layers of a file are combined by the name given, each with a number where there are several', async () => {
  const { exitCode, out } = await run(
    'layer',
    'combine',
    'a1 and a2',
    `a=${path('both.json')}`,
    '--name',
    'Common',
  );
  expect(exitCode).toBe(0);
  const layer: { name: string; techniques: { techniqueID: string }[] } = JSON.parse(out);
  expect(layer.name).toBe('Common');
  expect(layer.techniques.map(({ techniqueID }) => techniqueID)).toEqual(['T9012', 'T9013']);
});

test('a combination is made again by its recipe, from the files beside it', async () => {
  await run(
    'layer',
    'combine',
    'a1 + 2 * b',
    `a=${path('both.json')}`,
    `b=${path('heron.json')}`,
    '-o',
    path('sum.json'),
  );
  const again = await run('layer', 'combine', '--again', path('sum.json'));
  expect(again.out).toBe(read('sum.json'));
  expect(again.exitCode).toBe(0);
});

test('one layer of several is drawn by its name or number', async () => {
  const { out } = await run('layer', 'render', path('both.json'), '--layer', 'Example Mudlark');
  expect(out).toMatch(/^<svg[^]*Example Mudlark/u);
  expect((await run('layer', 'render', path('both.json'), '--layer', '2')).out).toBe(out);
});

test.for([
  { words: ['layer'], code: 'W653' },
  { words: ['layer', 'Nobody at all'], code: 'W601' },
  { words: ['layer', 'render', 'both.json'], code: 'C706' },
  { words: ['layer', 'render', 'heron.json', '--as', 'png'], code: 'C703' },
  { words: ['layer', 'combine', 'a and', 'a=heron.json'], code: 'W680' },
  { words: ['layer', 'combine', 'a', 'heron.json'], code: 'C708' },
  { words: ['layer', 'combine', 'a'], code: 'W654' },
  { words: ['layer', 'combine', '--again', 'heron.json'], code: 'W654' },
  { words: ['layer', 'combine', 'a', 'a=heron.json', '--missing', 'perhaps'], code: 'W655' },
  { words: ['layer', 'render', 'shore.json'], code: 'I150' },
  { words: ['layer', 'render', 'nowhere.json'], code: 'A401' },
])('$words is refused with $code', async ({ words, code }) => {
  const placed = words.map((word) =>
    word.replace(/^(a=)?(\w+\.json)$/u, (_, name = '', file = '') => `${name}${path(file)}`),
  );
  const { exitCode, err } = await run(...placed);
  expect(err).toMatch(new RegExp(`^${code}`, 'u'));
  expect(exitCode).toBeGreaterThan(1);
});

test('a group that does nothing known has no layer, which is no fault', async () => {
  expect(await run('layer', 'G0913')).toMatchObject({ exitCode: 1, out: '[]\n' });
});

test('migrate writes what it carried, by the same names, and says what is left to decide', async () => {
  mkdirSync(path('lists/inner'), { recursive: true });
  write('lists/inner/ids.csv', 'id\nT9011\nT9777\n');
  write('lists/rule.yml', 'title: x\ntags: [attack.t9011]\ndetection: {}\n');
  writeFileSync(path('lists/binary.txt'), Buffer.from([0xff, 0xfe, 0x54]));
  write('lists/rule.toml', 'id = "T9011"\n');
  write('lists/picture.png', 'T9011');
  const into = path('carried');
  const ran = await run(
    'migrate',
    path('lists'),
    path('heron.json'),
    '--to',
    '1.0',
    '--into',
    into,
    '--json',
  );
  expect(ran.exitCode).toBe(0);
  expect(ran.err).toMatch(/^C712/u);
  expect(JSON.parse(ran.out).answer).toMatchObject({
    to: '1.0',
    counts: { unchanged: 7, dropped: 0, unknown: 2 },
  });
  expect(ran.err).toContain('Passed over, being no text that is read from folders: .png (1).');
  expect(read('carried/lists/inner/ids.csv')).toBe('id\nT9011\nT9777\n');
  expect(JSON.parse(read('carried/heron.json'))).toMatchObject({ versions: { attack: '1', layer: '4.5' } });
  expect(await run('migrate', path('lists'), '--to', '1.0', '--strict')).toMatchObject({ exitCode: 1 });
});

test('migrate writes nothing for a layer of a domain that is not loaded, and ends with 3', async () => {
  write(
    'plant.json',
    '{"name": "x", "domain": "ics-attack", "versions": {"layer": "4.5"}, "techniques": [{"techniqueID": "T0800"}]}',
  );
  const files = [path('plant.json'), path('heron.json')];
  const ran = await run('migrate', ...files, '--to', '1.0', '--into', path('refused'), '--json');
  expect(ran.exitCode).toBe(3);
  expect(ran.err).toMatch(/^W614.*ICS ATT&CK.*foeprint sync ics-attack/su);
  expect(existsSync(path('refused/plant.json'))).toBe(false);
  expect(existsSync(path('refused/heron.json'))).toBe(true);
  const drawn = await run('layer', 'render', path('plant.json'));
  expect(drawn).toMatchObject({ err: expect.stringMatching(/^W610.*foeprint sync ics-attack/su) });
});

test.for([
  { words: ['migrate', 'heron.json'], code: 'W646' },
  { words: ['migrate', 'heron.json', '--to', '77.0'], code: 'K201' },
  { words: ['migrate', 'heron.json', 'heron.json', '--to', '1.0', '--into', 'twice'], code: 'C711' },
  { words: ['migrate', 'heron.json', '--to', '1.0', '--into', '.'], code: 'C711' },
])('$words is refused with $code', async ({ words, code }) => {
  const placed = words.map((word) => (/^(?:heron\.json|twice|\.)$/u.test(word) ? path(word) : word));
  expect(await run(...placed)).toMatchObject({
    exitCode: code === 'K201' ? 3 : 2,
    err: expect.stringMatching(`^${code}`),
  });
});

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeLayer } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { NAVIGATOR_ISSUES } from '../../../src/intake/navigator/issues.ts';
import { isMarked, type Layer } from '../../../src/threat/index.ts';
import { inOrder } from '../../support/layers.ts';
import { schemaFaults } from '../../support/navigator-schema.ts';
import { textFilesOfTar } from '../../support/tar.ts';

/** One layer read from fields beside a name and domain, and the codes of what was odd. */
function read(fields: object): { layer: Layer | undefined; codes: readonly string[] } {
  const { layers, issues } = readLayers({ name: 'x', domain: 'enterprise-attack', versions: V45, ...fields });
  return { layer: layers[0], codes: issues.map(({ code }) => code) };
}

const V45 = { layer: '4.5', navigator: '4.9.0' };

describe('format versions', () => {
  test.for(['1.0', '1.1', '1.2', '1.3', '2.0', '2.1', '2.2', '3.0', '4.0'])(
    '%s: `version` and an old domain',
    (version) => {
      const { layers, issues } = readLayers({
        name: 'old',
        version,
        domain: 'mitre-enterprise',
        filters: { stages: ['act'], platforms: ['windows'] },
        techniques: [{ techniqueID: 'T1015', score: 5 }],
      });
      expect(issues).toEqual([]);
      expect(layers).toMatchObject([
        {
          name: 'old',
          domain: 'enterprise-attack',
          filters: { platforms: ['windows'] },
          cells: [{ technique: 'T1015', score: 5 }],
        },
      ]);
      expect(layers[0]).not.toHaveProperty('release');
    },
  );

  test.for(['4.0', '4.1', '4.2', '4.3', '4.4', '4.5'])('%s: `versions`', (layer) => {
    const { layer: reading, codes } = read({ versions: { layer, attack: '12', navigator: '4.5' } });
    expect(codes).toEqual([]);
    expect(reading?.release).toBe('12');
  });

  test.for([
    ['mitre-enterprise', 'enterprise-attack'],
    ['mitre-mobile', 'mobile-attack'],
    ['mitre-ics', 'ics-attack'],
    ['ICS-attack', 'ics-attack'],
  ])('domain %s is %s', ([name, domain]) => {
    expect(read({ domain: name }).layer?.domain).toBe(domain);
  });

  test('a list of layers: the good ones are read, the others named', () => {
    const { layers, issues } = readLayers(
      [{ name: 'a', version: '3.0', domain: 'mitre-mobile' }, 7, { name: 'b', domain: 'mitre-pre' }],
      'layers.json',
    );
    expect(layers.map(({ name }) => name)).toEqual(['a']);
    expect(issues.map(({ code, place }) => [code, place])).toEqual([
      ['I150', { file: 'layers.json', field: '[1]' }],
      ['I151', { file: 'layers.json', field: '[2].domain' }],
    ]);
  });

  test.for([
    [{ viewMode: 2 }, { layout: 'mini' }],
    [{ viewMode: 1 }, { layout: 'side', showID: true, showName: false }],
    [{ viewFullTable: false }, { layout: 'side', showID: true, showName: false }],
    [{ viewMode: 0 }, undefined],
    [{ viewFullTable: true }, undefined],
  ] as const)('%o means the layout %o', ([fields, layout]) => {
    expect(read(fields)).toMatchObject({
      layer: { display: layout === undefined ? {} : { layout } },
      codes: [],
    });
  });
});

describe('nothing is lost', () => {
  test('unknown fields are kept at their place and written again', () => {
    const { layer, codes } = read({
      hideDisable: false,
      gradient: { colors: ['#fff', '#000'], minValue: 0, maxValue: 1, x: 1 },
      techniques: [{ techniqueID: 'T1001', score: 1, aggregate: { mode: 'max' } }],
    });
    expect(codes).toEqual(['I155']);
    expect(layer).toMatchObject({
      extra: { hideDisable: false },
      gradient: { extra: { x: 1 } },
      cells: [{ extra: { aggregate: { mode: 'max' } } }],
    });
    expect(layer && JSON.parse(writeLayer(layer))).toMatchObject({
      hideDisable: false,
      gradient: { x: 1 },
      techniques: [{ aggregate: { mode: 'max' } }],
    });
  });

  test.for([
    [{ score: 'high' }, { name: 'score', value: 'high' }],
    [{ color: 'reddish' }, { name: 'color', value: 'reddish' }],
    [{ enabled: 'yes' }, { name: 'enabled', value: 'yes' }],
    [
      { links: [{ label: 'x', url: 'javascript:x' }] },
      { name: 'links', value: '{"label":"x","url":"javascript:x"}' },
    ],
    [{ metadata: ['loose'] }, { name: 'metadata', value: 'loose' }],
  ] as const)('%o of a technique does not fit and is kept as metadata', ([fields, annotation]) => {
    const { layer, codes } = read({ techniques: [{ techniqueID: 'T1001', ...fields }] });
    expect(codes).toHaveLength(1);
    expect(layer?.cells).toMatchObject([{ annotations: [annotation] }]);
  });

  test.for([
    [{ sorting: 9 }, { name: 'sorting', value: '9' }],
    [{ layout: { layout: 'round' } }, { name: 'layout', value: 'round' }],
    [{ layout: 'flat' }, { name: 'layout', value: 'flat' }],
    [{ gradient: { colors: ['#fff'] } }, { name: 'gradient', value: '{"colors":["#fff"]}' }],
    [{ filters: { stages: ['prepare'] } }, { name: 'stages', value: '["prepare"]' }],
    [{ versions: { ...V45, attack: {} } }, { name: 'attack', value: '{}' }],
    [{ legendItems: [{ label: 'no colour' }] }, { name: 'legendItems', value: '{"label":"no colour"}' }],
  ] as const)('%o of a layer does not fit and is kept as metadata', ([fields, annotation]) => {
    expect(read(fields).layer?.annotations).toEqual([annotation]);
  });

  test.for([
    ['Defense Evasion', 'defense-evasion'],
    ['defense_evasion', 'defense-evasion'],
    [' persistence ', 'persistence'],
  ] as const)('a tactic written as %o is %o', ([tactic, short]) => {
    const { layer } = read({ techniques: [{ techniqueID: 't1078.001', tactic, score: 1 }] });
    expect(layer?.cells).toMatchObject([{ technique: 'T1078.001', tactic: short }]);
  });

  test('a link without a scheme is one of the web', () => {
    const links = [{ label: 'x', url: 'attack.mitre.org/techniques/T1110' }];
    const { layer, codes } = read({ techniques: [{ techniqueID: 'T1001', links }] });
    expect(codes).toEqual([]);
    expect(layer?.cells[0]?.links).toEqual([
      { label: 'x', url: 'https://attack.mitre.org/techniques/T1110' },
    ]);
  });

  test('colours as the picker of the Navigator writes them are colours, and written as hexadecimal', () => {
    const { layer, codes } = read({
      tacticRowBackground: 'rgba(179,36,36,0.4)',
      legendItems: [{ label: 'x', color: 'rgba(0,255,255,0.5)' }],
      gradient: { colors: ['transparent', 'blue'], minValue: 5, maxValue: 5 },
      techniques: [{ techniqueID: 'T1001', color: 'ff8800' }],
    });
    expect(codes).toEqual([]);
    expect(layer && JSON.parse(writeLayer(layer))).toMatchObject({
      tacticRowBackground: '#b3242466',
      legendItems: [{ label: 'x', color: '#00ffff80' }],
      gradient: { colors: ['#00000000', '#0000ff'], minValue: 5, maxValue: 5 },
      techniques: [{ techniqueID: 'T1001', color: '#ff8800' }],
    });
  });

  test.for([[''], [null], [undefined]])('a score of %o is no score', ([score]) => {
    const { layer, codes } = read({ techniques: [{ techniqueID: 'T1001', score }] });
    expect(codes).toEqual([]);
    expect(layer?.cells[0]).not.toHaveProperty('score');
  });

  test.for([
    [0, 0],
    [-3.5, -3.5],
    ['7', 7],
  ])('a score of %o is %o', ([given, score]) => {
    expect(read({ techniques: [{ techniqueID: 'T1001', score: given }] }).layer?.cells).toMatchObject([
      { score },
    ]);
  });

  test('a technique listed twice: the last value counts, texts are joined', () => {
    const { layer, codes } = read({
      techniques: [
        { techniqueID: 'T1001', score: 1, comment: 'first', metadata: [{ name: 'a', value: '1' }] },
        { techniqueID: 'T1001', score: 2, comment: 'second', metadata: [{ divider: true }] },
        { techniqueID: 'T1001', tactic: 'impact' },
      ],
    });
    expect(codes).toEqual(['I157']);
    expect(layer?.cells).toMatchObject([
      { score: 2, comment: 'first\nsecond', annotations: [{ name: 'a', value: '1' }, { divider: true }] },
      { tactic: 'impact' },
    ]);
  });

  test('an entry without an id is left out and named; the others are read', () => {
    const { layer, codes } = read({
      techniques: [{ score: 1 }, null, { techniqueID: 'CAPEC-1' }, { techniqueID: 'T1001' }],
    });
    expect(codes).toEqual(['I154', 'I154', 'I158']);
    expect(layer?.cells.map(({ technique }) => technique)).toEqual(['CAPEC-1', 'T1001']);
  });
});

test('a layer that is nested a hundred thousand deep is left out', () => {
  const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
  const layer = { name: 'a', domain: 'ics-attack', techniques: [{ techniqueID: 'T1015', metadata: deep }] };
  const long = 'a'.repeat(5_000_000);
  const { layers, issues } = readLayers([layer, deep, { description: long, ...layer }]);
  expect(layers).toEqual([]);
  expect(issues.map(({ code, place }) => [code, place?.field])).toEqual([
    ['I150', '[0]'],
    ['I150', '[1]'],
    ['I150', '[2]'],
  ]);
});

test('any JSON is read without a crash', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.record({
        techniques: fc.jsonValue(),
        layout: fc.jsonValue(),
        metadata: fc.jsonValue(),
        gradient: fc.jsonValue(),
      }),
      (anything, fields) => {
        readLayers(anything);
        const { layer } = read(fields);
        expect(layer && schemaFaults(writeLayer(layer))).toEqual([]);
      },
    ),
  );
});

test('codes are unique and of the intake', () => {
  const codes = Object.values(NAVIGATOR_ISSUES).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.every((code) => /^I1(?:5\d|23|84)$/.test(code))).toBe(true);
});

test.for([
  ['by its domain', { name: 'x', domain: 'atlas-atlas', techniques: [] }],
  ['by its ids', { name: 'x', domain: 'ours', techniques: [{ techniqueID: 'AML.T9000' }] }],
] as const)(
  'a layer of another framework is called so %s, without advice that would make it wrong',
  ([, layer]) => {
    const { layers, issues } = readLayers(layer, 'layer.json');
    expect(layers).toEqual([]);
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['I123', 'A layer of ATLAS cannot be drawn.'],
    ]);
    expect(issues[0]?.hint).not.toContain('enterprise-attack');
  },
);

const shared = new URL('../../../../shared/data/', import.meta.url);
const isThere = existsSync(shared);
if (!isThere) console.warn('read-layers: skipping the published layers, ../shared is not there.');

describe.skipIf(!isThere)('published layers of old versions', () => {
  const files = isThere ? publishedLayers() : [];

  test('they are all there', () => {
    expect(files.length).toBe(59);
  });

  test.for(files)('$name', ({ text }) => {
    const parsed: { techniques: readonly { techniqueID: string; score?: number; comment?: string }[] } =
      JSON.parse(text);
    const { layers, issues } = readLayers(parsed);
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    const layer = layers[0];
    const listed = new Set(parsed.techniques.map(({ techniqueID }) => techniqueID));
    expect(new Set(layer?.cells.map(({ technique }) => technique))).toEqual(listed);
    expect(layer?.cells.some(isMarked)).toBe(true);
    const scores = (list: readonly { score?: number }[]): number =>
      list.filter(({ score }) => score !== undefined).length;
    expect(scores(layer?.cells ?? [])).toBe(scores(parsed.techniques));
    const written = layer && writeLayer(layer);
    expect(schemaFaults(written ?? '')).toEqual([]);
    expect(readLayers(JSON.parse(written ?? '')).layers).toEqual(layer && [inOrder(layer)]);
  });
});

interface LayerFile {
  readonly name: string;
  readonly text: string;
}

function publishedLayers(): readonly LayerFile[] {
  const navigator = new URL('navigator/', shared);
  const samples = readdirSync(navigator).map((name) => ({
    name,
    text: readFileSync(new URL(name, navigator), 'utf8'),
  }));
  const archive = gunzipSync(readFileSync(new URL('dettect/dettect-data-2026-06.tar.gz', shared)));
  const vendors = textFilesOfTar(archive).filter(({ name }) => name.endsWith('.json'));
  return [...samples, ...vendors.filter(({ text }) => text.includes('techniqueID'))];
}

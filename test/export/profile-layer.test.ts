import { expect, test } from 'vitest';
import { noticesOfSources } from '../../src/desk/index.ts';
import { layersText, withBasis, writeLayer } from '../../src/export/index.ts';
import { readLayers } from '../../src/intake/index.ts';
import { groupLayers } from '../../src/workbench/layers/layers.ts';
import { LAYER_VALUES } from '../../src/threat/index.ts';
import { schemaFaults } from '../support/navigator-schema.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { comparedLayers } from '../../src/workbench/groups/compare.ts';
import { deskOver, knowledgeOf } from '../support/desk.ts';
import { delivered, idOf, labelled, technique as newTechnique, use } from '../support/world/build.ts';
import { SHORE } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const NAMES = ['Hungry Heron', 'G0912'];

test('two groups, derived uses taken in: every cell with its evidence', async () => {
  const { answer, restsOn = [] } = groupLayers(worldDesk([SHORE]), NAMES, { derived: true });
  expect(answer.layers).toHaveLength(1);
  const text = layersText(withBasis(answer.layers, { sources: restsOn, notices: noticesOfSources(restsOn) }));
  expect(schemaFaults(text)).toEqual([]);
  await expect(text).toMatchFileSnapshot('golden/layers/shore.layer.json');
});

test('two groups compared: a colour for each, and one for what both use', async () => {
  const { answer } = comparedLayers(worldDesk([SHORE]), NAMES);
  const text = layersText(answer);
  expect(schemaFaults(text)).toEqual([]);
  await expect(text).toMatchFileSnapshot('golden/layers/compared.layer.json');
});

test('what one group alone uses is said so, whatever it is called', () => {
  const named = delivered(
    '18.1',
    labelled('intrusion-set', 1, 'G9001', "Ca$$h $& $'Crew"),
    labelled('intrusion-set', 2, 'G9002', 'Otter'),
    newTechnique(3, 'T9001', 'Open Door', ['breach']),
    use(4, idOf('intrusion-set', 1), idOf('attack-pattern', 3), 'In it walks.'),
  );
  const [layer] = comparedLayers(deskOver(knowledgeOf(named)), ['G9001', 'G9002']).answer;
  expect(layer?.cells[0]?.comment).toMatch(/^Only Ca\$\$h \$& \$'Crew: 60 mentioned, /);
});

test.skipIf(!hasRealData)('more groups than colours can be kept apart have no layer', async () => {
  const names = ['APT1', 'APT28', 'APT29', 'APT32', 'APT37', 'FIN6', 'FIN7'];
  const desk = await realDesk();
  expect(() => comparedLayers(desk, names)).toThrow(/W790/);
  const [layer] = comparedLayers(desk, names.slice(1)).answer;
  expect(new Set(layer?.cells.map(({ color }) => color)).size).toBe(7);
});

test.for([
  ['score', { T9011: 90, 'T9012.001': 90, 'T9012.002': 90 }],
  ['count', { T9011: 2, 'T9012.001': 1, 'T9012.002': 1 }],
  ['sources', { T9011: 1, 'T9012.001': 2, 'T9012.002': 1 }],
  ['date', { T9011: 2015, 'T9012.001': 2024, 'T9012.002': 2024 }],
] as const)('the number may be the %s', ([value, scores]) => {
  const { layers } = groupLayers(worldDesk([SHORE]), NAMES, { value, asOf: '2015-12-31' }).answer;
  expect(
    Object.fromEntries(layers[0]?.cells.map(({ technique, score }) => [technique, score]) ?? []),
  ).toEqual(scores);
});

test('what is not dated has no year, rather than one', () => {
  const { layers } = groupLayers(worldDesk([SHORE]), ['G0912'], { value: 'date' }).answer;
  const door = layers[0]?.cells.find(({ technique }) => technique === 'T9011');
  expect(door?.score).toBeUndefined();
  expect(door?.comment).toContain('walks in');
});

test('a group named twice counts once; each group may have a layer of its own', () => {
  const desk = worldDesk([SHORE]);
  expect(groupLayers(desk, ['G0911', 'Fish Thief'])).toEqual(groupLayers(desk, ['G0911']));
  const { layers } = groupLayers(desk, NAMES, { each: true }).answer;
  expect(layers.map(({ name }) => name)).toEqual(['Hungry Heron (G0911)', 'Noisy Otter (G0912)']);
});

test.skipIf(!hasRealData)(
  'APT28 and FIN7 in ATT&CK 18.1: every value gives a valid file that reads back',
  async () => {
    const desk = await realDesk();
    for (const value of LAYER_VALUES) {
      const { layers } = groupLayers(desk, ['APT28', 'FIN7'], { value, derived: value === 'count' }).answer;
      const text = writeLayer(layers[0] ?? expect.fail());
      expect(schemaFaults(text)).toEqual([]);
      const again = readLayers(JSON.parse(text));
      expect(again.issues).toEqual([]);
      expect(writeLayer(again.layers[0] ?? expect.fail())).toBe(text);
      expect(layers[0]?.cells.length).toBeGreaterThan(100);
      expect(layers[0]?.release).toBe('18.1');
    }
  },
);

import { expect, test } from 'vitest';
import { noticesOfSources } from '../../src/desk/index.ts';
import { layersText, withBasis, writeLayer } from '../../src/export/index.ts';
import { readLayers } from '../../src/intake/index.ts';
import { groupLayers } from '../../src/workbench/index.ts';
import { LAYER_VALUES } from '../../src/threat/index.ts';
import { schemaFaults } from '../support/navigator-schema.ts';
import { hasRealData } from '../support/real-data.ts';
import { realDesk } from '../support/real-home.ts';
import { shoreDesk } from '../support/shore.ts';

const NAMES = ['Example Heron', 'G9002'];

test('two groups, derived uses taken in: every cell with its evidence', async () => {
  const { answer, restsOn = [] } = groupLayers(shoreDesk(), NAMES, { derived: true });
  expect(answer.layers).toHaveLength(1);
  const text = layersText(withBasis(answer.layers, { sources: restsOn, notices: noticesOfSources(restsOn) }));
  expect(schemaFaults(text)).toEqual([]);
  await expect(text).toMatchFileSnapshot('golden/layers/shore.layer.json');
});

test.for([
  ['score', { T9001: 90, 'T9002.001': 90, 'T9002.002': 90 }],
  ['count', { T9001: 2, 'T9002.001': 1, 'T9002.002': 1 }],
  ['sources', { T9001: 1, 'T9002.001': 2, 'T9002.002': 1 }],
  ['date', { T9001: 2015, 'T9002.001': 2024, 'T9002.002': 2024 }],
] as const)('the number may be the %s', ([value, scores]) => {
  const { layers } = groupLayers(shoreDesk(), NAMES, { value, asOf: '2015-12-31' }).answer;
  expect(
    Object.fromEntries(layers[0]?.cells.map(({ technique, score }) => [technique, score]) ?? []),
  ).toEqual(scores);
});

test('what is not dated has no year, rather than one', () => {
  const { layers } = groupLayers(shoreDesk(), ['G9002'], { value: 'date' }).answer;
  const door = layers[0]?.cells.find(({ technique }) => technique === 'T9001');
  expect(door?.score).toBeUndefined();
  expect(door?.comment).toContain('walks in');
});

test('a group named twice counts once; each group may have a layer of its own', () => {
  const desk = shoreDesk();
  expect(groupLayers(desk, ['G9001', 'Grey Wader'])).toEqual(groupLayers(desk, ['G9001']));
  const { layers } = groupLayers(desk, NAMES, { each: true }).answer;
  expect(layers.map(({ name }) => name)).toEqual(['Example Heron (G9001)', 'Example Otter (G9002)']);
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

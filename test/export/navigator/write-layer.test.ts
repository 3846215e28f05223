import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeLayer, writeLayers } from '../../../src/export/index.ts';
import { readLayers } from '../../../src/intake/index.ts';
import { cellOf, layerOf } from '../../../src/threat/index.ts';
import { anyLayer, heron, inOrder, mudlark } from '../../support/layers.ts';
import { schemaFaults } from '../../support/navigator-schema.ts';

test('a layer as a file: every part in its place', async () => {
  await expect(writeLayer(heron)).toMatchFileSnapshot('../golden/layers/heron.layer.json');
});

test('several layers are a list', async () => {
  await expect(writeLayers([heron, mudlark])).toMatchFileSnapshot(
    '../golden/layers/heron-and-mudlark.layers.json',
  );
});

test('any layer is a valid file, and comes back as it was', () => {
  fc.assert(
    fc.property(anyLayer, (layer) => {
      const written = writeLayer(layer);
      expect(schemaFaults(written)).toEqual([]);
      expect(readLayers(JSON.parse(written)).layers).toEqual([inOrder(layer)]);
    }),
  );
});

test('the order of cells does not change the file', () => {
  expect(writeLayer({ ...heron, cells: heron.cells.toReversed() })).toBe(writeLayer(heron));
});

test('a missing score is not written, a score of 0 is', () => {
  const cells = [cellOf({ technique: 'T9001', score: 0 }), cellOf({ technique: 'T9002', comment: 'seen' })];
  const { techniques } = JSON.parse(writeLayer(layerOf({ name: 'x', domain: 'ics-attack', cells })));
  expect(techniques).toEqual([
    { techniqueID: 'T9001', score: 0 },
    { techniqueID: 'T9002', comment: 'seen' },
  ]);
});

test('what is not said is not written: no filters, no display, no release', () => {
  const written: unknown = JSON.parse(writeLayer(layerOf({ name: 'x', domain: 'mobile-attack' })));
  expect(written).toEqual({
    name: 'x',
    versions: { navigator: '5.1.0', layer: '4.5' },
    domain: 'mobile-attack',
    techniques: [],
  });
});

test('only the major release is written', () => {
  const { versions } = JSON.parse(writeLayer({ ...heron, release: '18.1' }));
  expect(versions.attack).toBe('18');
});

test('an address that could run code is written as metadata, not as a link', () => {
  const links = [{ label: 'click', url: 'javascript:alert(1)' }];
  const written = JSON.parse(writeLayer(layerOf({ name: 'x', domain: 'ics-attack', links })));
  expect(written.links).toBeUndefined();
  expect(written.metadata).toEqual([{ name: 'click', value: 'javascript:alert(1)' }]);
});

test.for([
  { what: 'a score of NaN', fields: { cells: [cellOf({ technique: 'T9001', score: Number.NaN })] } },
  { what: 'an infinite score', fields: { cells: [cellOf({ technique: 'T9001', score: Infinity })] } },
  {
    what: 'a gradient that runs backwards',
    fields: { gradient: { colors: ['#fff', '#000'], minimum: 1, maximum: 0 } },
  },
  { what: 'a gradient of one colour', fields: { gradient: { colors: ['#fff'], minimum: 0, maximum: 1 } } },
])('$what is refused', ({ fields }) => {
  expect(() => writeLayer(layerOf({ name: 'x', domain: 'ics-attack', ...fields }))).toThrow(/W688/);
});

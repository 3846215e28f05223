import { expect, test } from 'vitest';
import { withBasis, writeLayer } from '../../src/export/index.ts';
import { readLayers } from '../../src/intake/index.ts';
import type { ExpectAnswer } from '../../src/answers/index.ts';
import type { Reading } from '../../src/desk/index.ts';
import { layersByDomain } from '../../src/workbench/layers/layers-by-domain.ts';
import { expectLayer } from '../../src/analysis/index.ts';
import { expectedTechniques } from '../../src/workbench/threats/expected.ts';
import { realDesk } from '../support/real-home.ts';
import { schemaFaults } from '../support/navigator-schema.ts';
import { organisation } from '../support/organisation.ts';
import { hasRealData } from '../support/real-data.ts';
import { SHORE } from '../support/world/cast.ts';
import { worldDesk } from '../support/world/desk.ts';

const expectLayers = (answer: ExpectAnswer, reading: Reading) =>
  layersByDomain(reading, (options) => expectLayer(answer, options));

test('what to expect as a layer: the expectation as score, the sentences as comment, a group each as metadata', async () => {
  const desk = worldDesk([SHORE]);
  const { sources } = desk.view;
  const made = expectLayers(expectedTechniques(desk, organisation()).answer, desk);
  const layers = withBasis(made, { sources: sources.map(({ id, name }) => ({ id, name })), notices: [] });
  expect(layers).toHaveLength(1);
  const text = writeLayer(layers[0] ?? expect.fail());
  expect(schemaFaults(text)).toEqual([]);
  await expect(text).toMatchFileSnapshot('golden/layers/expected.layer.json');
});

test.skipIf(!hasRealData)('on ATT&CK 18.1: a valid file that reads back, no technique left out', async () => {
  const desk = await realDesk();
  const { answer } = expectedTechniques(desk, organisation({ countries: ['LU'], platforms: ['Windows'] }));
  const [layer = expect.fail()] = expectLayers(answer, desk);
  const text = writeLayer(layer);
  expect(schemaFaults(text)).toEqual([]);
  const again = readLayers(JSON.parse(text));
  expect(again.issues).toEqual([]);
  expect(writeLayer(again.layers[0] ?? expect.fail())).toBe(text);
  expect(layer.cells).toHaveLength(answer.of);
  expect(layer.release).toBe('18.1');
  expect(layer.gradient).toMatchObject({ minimum: 0 });
});

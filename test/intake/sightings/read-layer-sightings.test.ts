import { expect, test } from 'vitest';
import { readLayerSightings } from '../../../src/intake/sightings/read-layer-sightings.ts';

test.for([
  ['energy', 'energy'],
  ['Barn Watch 2025 - energy', 'energy'],
  ['Barn Watch – 2025 – (health care)', 'healthcare'],
  ['Barn Watch: retail', 'retail'],
  ['Barn Watch 2025', ''],
  ['energy - Barn Watch', ''],
  ['', ''],
])('the sector of a layer called “%s” is “%s”', ([name, sector]) => {
  const layer = {
    name,
    versions: { layer: '4.5' },
    domain: 'enterprise-attack',
    techniques: [{ techniqueID: 'T9001', score: 3 }],
  };
  expect(readLayerSightings(layer).sightings).toMatchObject([{ sector, techniques: ['T9001'], count: 3 }]);
});

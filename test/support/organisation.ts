import type { Organisation } from '../../src/threat/index.ts';

/** An organisation of which only what a test tells is known. */
export function organisationOf(told: Partial<Organisation> = {}): Organisation {
  return {
    name: 'Boat Builders',
    sectors: [],
    countries: [],
    regions: [],
    platforms: [],
    products: [],
    motives: [],
    crownJewels: [],
    supplyChain: [],
    controls: { coverage: [], mitigations: [] },
    sightings: [],
    ...told,
  };
}

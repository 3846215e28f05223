import { generatedRelation } from '../../src/sightings/duckdb/index.ts';
import { SECTORS } from '../../src/threat/index.ts';

/** So many made-up sightings, as SQL: always the same. */
export function madeUp(rows: number): string {
  return generatedRelation({
    rows,
    seed: 1,
    until: '2026-10',
    techniques: Array.from({ length: 700 }, (_, number) => `T${9100 + number}`),
    groups: Array.from({ length: 180 }, (_, number) => `G${9100 + number}`),
    sectors: SECTORS.slice(0, 16).map(({ name }) => name),
  });
}

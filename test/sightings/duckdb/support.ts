import { join } from 'node:path';
import type { HeldBatch, Sighting, SightingQuery } from '../../../src/sightings/index.ts';
import { openParquetSightings, stage, type ParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import type { KeptSightings } from '../../../src/home/sightings/kept-sightings.ts';
import { heldBatch } from '../../contract/sightings/any-sightings.ts';
import { headOf, relationOf } from '../../contract/sightings/stores.ts';

/** A store in a folder that nobody else writes. @param grace how long what was replaced stays, in milliseconds */
export function storeIn(folder: string, grace?: number): ParquetSightings {
  return openParquetSightings({
    folder: join(folder, 'sightings'),
    lock: async (work) => await work(),
    ...(grace === undefined ? {} : { grace }),
  });
}

/** Some sightings of a batch, `2026-01-05 T1105 1` each: day, technique and the vendor's id. */
export function batchOf(name: string, lines: readonly string[]): HeldBatch {
  return heldBatch(name, lines.map(sightingOf));
}

function sightingOf(line: string): Sighting {
  const [day = '', technique = '', id = ''] = line.split(' ');
  return {
    id,
    time: `${day}T12:00:00Z`,
    sector: 'Retail',
    organisation: 'shop',
    group: '',
    technique,
    source: 'sensor',
    detector: 'rule 1',
    count: 1,
    release: '18.1',
  };
}

/** Imports a batch. @returns whether it was new, and how many rows of it were */
export async function imported(
  store: KeptSightings,
  { batch, sightings }: HeldBatch,
): Promise<{ isNew: boolean; rows: number }> {
  const staged = await stage(await store.place.engine(), {
    relation: relationOf(sightings),
    batch: headOf(batch),
    release: '18.1',
  });
  const committed = await store.commit(staged);
  return { isNew: committed.isNew, rows: committed.batch.rows };
}

/** What a store holds, as `day technique rows` by day and technique. */
export async function heldIn(
  store: ParquetSightings,
  query: Partial<SightingQuery> = {},
): Promise<readonly string[]> {
  const rows = await store.ask({ by: ['day', 'technique'], measures: ['rows'], ...query });
  return rows.map(({ by, measures }) => [...by, ...measures].join(' '));
}

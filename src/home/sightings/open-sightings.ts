import { join } from 'node:path';
import type { ParquetSightings } from '../../sightings/duckdb/index.ts';
import { withLock } from '../locking/lock.ts';

/** What was imported, or what was made up for demonstrations and measurements. The two are never in one store. */
export type SightingsKind = 'imported' | 'synthetic';

/** The store in a folder, which need not be there. */
export async function openSightings(folder: string, kind: SightingsKind): Promise<ParquetSightings> {
  const { openParquetSightings } = await import('../../sightings/duckdb/index.ts');
  return openParquetSightings({
    folder,
    isSynthetic: kind === 'synthetic',
    lock: async (work) => await withLock(join(folder, 'store'), work, PATIENCE),
  });
}

/** Whoever joins a month of millions holds the store for a while; in milliseconds. */
const PATIENCE = { interval: 50, longest: 600_000 };

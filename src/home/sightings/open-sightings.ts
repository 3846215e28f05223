import { join } from 'node:path';
import { isClusterAddress, type SightingsKind } from '../../sightings/index.ts';
import type { KeptSightings } from './kept-sightings.ts';
import { withLock } from '../locking/lock.ts';

/**
 * The store of a home; nothing need be there.
 *
 * @param folder for what is kept, or made ready, on this machine
 * @param setting where imported sightings are: `local`, or the address of a cluster
 */
export async function openSightings(
  folder: string,
  kind: SightingsKind,
  setting: string,
): Promise<KeptSightings> {
  const { openParquetSightings } = await import('../../sightings/duckdb/index.ts');
  const local = openParquetSightings({
    folder,
    isSynthetic: kind === 'synthetic',
    lock: async (work) => await withLock(join(folder, 'store'), work, PATIENCE),
  });
  if (kind === 'synthetic' || !isClusterAddress(setting)) return local;
  const { openCluster } = await import('./open-cluster.ts');
  const { SharedSightings } = await import('./shared-sightings.ts');
  return new SharedSightings(await openCluster(setting, folder), local.place);
}

/** Whoever joins a month of millions holds the store for a while; in milliseconds. */
const PATIENCE = { interval: 50, longest: 600_000 };

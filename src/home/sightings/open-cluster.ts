import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { ClusterOptions, ClusterSightings, ServerPlan } from '../../sightings/clickhouse/index.ts';
import { errorOf } from '../../facts/index.ts';
import { isClusterAddress, readClusterAddress, SIGHTINGS_ISSUES } from '../../sightings/index.ts';
import type { Home } from '../home.ts';

/** Where the password of a cluster stands: neither in files, nor in what other users see of a command. */
const PASSWORD = 'FOEPRINT_CLICKHOUSE_PASSWORD';

/** The store in a cluster. Nothing is asked of it before it is needed. @param folder of the home */
export async function openCluster(setting: string, folder: string): Promise<ClusterSightings> {
  const { openClusterSightings } = await import('../../sightings/clickhouse/index.ts');
  const home = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return openClusterSightings({ ...optionsFor(setting), holder: `${hostname()}, home ${home}` });
}

/**
 * Makes the tables of the cluster of a home; see `initCluster`.
 *
 * @throws FoeprintError S961 where the home names none
 */
export async function initClusterOf(
  { config }: Home,
  how: { readonly isDry: boolean },
): Promise<readonly ServerPlan[]> {
  if (!isClusterAddress(config.sightings))
    throw errorOf(SIGHTINGS_ISSUES.addressUnclear, 'The setting `sightings` names no cluster.');
  const { initCluster } = await import('../../sightings/clickhouse/index.ts');
  return await initCluster(optionsFor(config.sightings), how);
}

function optionsFor(setting: string): ClusterOptions {
  return { address: readClusterAddress(setting), password: process.env[PASSWORD] ?? '' };
}

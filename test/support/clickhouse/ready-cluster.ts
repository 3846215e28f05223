import { initCluster, readClusterAddress } from '../../../src/sightings/clickhouse/index.ts';
import type { ClusterOptions } from '../../../src/sightings/clickhouse/index.ts';
import { Cluster, PASSWORD } from './cluster.ts';

/** A cluster with tables, and how Foeprint reaches it. */
export interface ReadyCluster {
  readonly cluster: Cluster;
  readonly options: ClusterOptions;
}

let ready: Promise<ReadyCluster> | undefined;

/** The cluster that all tests of a file share, started when first needed. */
export async function readyCluster(): Promise<ReadyCluster> {
  ready ??= started();
  return await ready;
}

/** Stops it. */
export async function stopCluster(): Promise<void> {
  const stopping = ready;
  ready = undefined;
  await (await stopping)?.cluster.stop();
}

async function started(): Promise<ReadyCluster> {
  const cluster = await Cluster.start();
  const options = { address: readClusterAddress(cluster.address), password: PASSWORD };
  await cluster.makeDatabases();
  await initCluster(options);
  return { cluster, options };
}

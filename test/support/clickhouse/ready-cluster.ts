import { initCluster, type ClusterOptions } from '../../../src/sightings/clickhouse/index.ts';
import { readClusterAddress } from '../../../src/sightings/index.ts';
import { Cluster, PASSWORD } from './cluster.ts';

/** A cluster with tables, and how Foeprint reaches it. */
export interface ReadyCluster {
  readonly cluster: Cluster;
  readonly options: ClusterOptions;
}

let started: Promise<Cluster> | undefined;
let made: Promise<unknown> | undefined;

/** The cluster that all tests of a file share, started when first needed; its servers have the databases of their shards, and no tables. */
export async function bareCluster(): Promise<Cluster> {
  started ??= Cluster.start().then(async (cluster) => {
    await cluster.makeDatabases();
    return cluster;
  });
  return await started;
}

/** The same with tables. */
export async function readyCluster(): Promise<ReadyCluster> {
  const cluster = await bareCluster();
  // A busy machine may need minutes for what a killed server missed: tests do not depend on how fast it is.
  const options = { address: readClusterAddress(cluster.address), password: PASSWORD, patience: 240_000 };
  made ??= initCluster(options);
  await made;
  return { cluster, options };
}

/** Stops it. */
export async function stopCluster(): Promise<void> {
  const stopping = started;
  started = undefined;
  made = undefined;
  await (await stopping)?.stop();
}

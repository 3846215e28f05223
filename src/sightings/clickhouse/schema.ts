import { ROLL_UP_COLUMNS, SIGHTING_COLUMNS, SORTED_BY } from '../columns.ts';
import type { ClusterAddress } from '../cluster-address.ts';
import { literal } from '../sql.ts';

/** What was imported and removed, on every server the same. */
export const LEDGER = 'sightings_ledger';

/** Tables that servers keep; the others stand for all shards. */
export const KEPT_TABLES = [LEDGER, 'sightings_local', 'sightings_month_local'] as const;

/** One shard as a server keeps it. */
export interface Placement {
  readonly shard: number;
  /** Database of its tables: one for each shard where servers keep several, else that of the address. */
  readonly database: string;
}

/** Where ZooKeeper keeps what belongs to the tables of one store. */
function pathsUnder({ cluster, database }: ClusterAddress): string {
  return `/foeprint/${cluster}/${database}/`;
}

/** A condition on `system.replicas`: that a table is one of this store. In LIKE, `_` of a name would mean any character. */
export function isOfStore(address: ClusterAddress): string {
  return `startsWith(zookeeper_path, ${literal(pathsUnder(address))})`;
}

const TYPE: Readonly<Record<(typeof SIGHTING_COLUMNS)[number]['type'], string>> = {
  uint64: 'UInt64',
  timestamp: "DateTime('UTC')",
  date: 'Date',
  text: 'LowCardinality(String)',
  uint32: 'UInt32',
};

/** Whether every shard of a cluster has a database of its own. */
export function hasShardDatabases(placements: readonly Placement[], { database }: ClusterAddress): boolean {
  return placements.some((placement) => placement.database !== database);
}

/**
 * The statements that make the tables of one server: for each shard that it keeps, one of rows and one of sums by month, which the
 * servers that keep the same shard copy from each other; and the names that questions are asked of, which stand for all shards. Each
 * makes what is not there yet, and nothing else.
 *
 * @param replica name of the server among those that keep the same shard
 */
export function tableStatements(
  address: ClusterAddress,
  replica: string,
  placements: readonly Placement[],
  local: string = hasShardDatabases(placements, address) ? '' : address.database,
): readonly string[] {
  const { database, cluster } = address;
  const under = pathsUnder(address);
  const replicated = (path: string): string => `ReplicatedMergeTree('${under}${path}', '${replica}')`;
  const rows = SIGHTING_COLUMNS.map(({ name, type }) => `${name} ${TYPE[type]}`).join(', ');
  const sums = `${ROLL_UP_COLUMNS.map((name) => `${name} LowCardinality(String)`).join(', ')}, n Int64, r Int64, batch String`;
  return [
    `CREATE DATABASE IF NOT EXISTS ${database}`,
    `CREATE TABLE IF NOT EXISTS ${database}.${LEDGER} (at DateTime('UTC') DEFAULT now(), event String, load String, detail String) ENGINE = ${replicated('ledger')} ORDER BY (at, load)`,
    ...placements.flatMap((placement) => [
      `CREATE TABLE IF NOT EXISTS ${placement.database}.sightings_local (${rows}) ENGINE = ${replicated(`${placement.shard}/rows`)} PARTITION BY month ORDER BY (${SORTED_BY.join(', ')})`,
      `CREATE TABLE IF NOT EXISTS ${placement.database}.sightings_month_local (${sums}) ENGINE = ${replicated(`${placement.shard}/months`)} PARTITION BY batch ORDER BY (sector, technique_id, month, org_id, group_id)`,
    ]),
    // By identity: the same sighting of two imports then meets on one shard, where it is found.
    `CREATE TABLE IF NOT EXISTS ${database}.sightings (${rows}) ENGINE = Distributed('${cluster}', '${local}', 'sightings_local', sid)`,
    `CREATE TABLE IF NOT EXISTS ${database}.sightings_month (${sums}) ENGINE = Distributed('${cluster}', '${local}', 'sightings_month_local', cityHash64(org_id))`,
  ];
}

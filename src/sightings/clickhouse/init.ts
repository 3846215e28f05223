import { errorOf } from '../../facts/index.ts';
import type { ClusterAddress } from '../cluster-address.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import { among } from '../sql.ts';
import { Cluster, forEachTable, type ClusterOptions } from './cluster.ts';
import { isOfStore, KEPT_TABLES, tableStatements, type Placement } from './schema.ts';
import type { Server, Value } from './server.ts';

/** What is to be done on one server. */
export interface ServerPlan {
  readonly server: string;
  readonly statements: readonly string[];
}

/**
 * Makes the tables of a cluster, on each server those of the shards that it keeps. Again, it changes nothing.
 *
 * A server that keeps one shard is found by `is_local`; where a shard has a database of its own (`default_database`), which lets one
 * server keep several, by the databases that it has.
 *
 * @param isDry only say what would be done
 * @throws FoeprintError S965 where the servers do not know the cluster, S972 where servers are not named, S977 where its databases hold
 * another store
 */
export async function initCluster(
  options: ClusterOptions,
  { isDry = false } = {},
): Promise<readonly ServerPlan[]> {
  const cluster = new Cluster(options);
  try {
    const plans = await planned(cluster);
    if (isDry) return plans;
    const servers = await cluster.servers();
    for (const [index, { statements }] of plans.entries())
      for (const statement of statements) await servers[index]?.run(statement);
    await begin(cluster);
    return plans;
  } finally {
    await cluster.close();
  }
}

async function planned(cluster: Cluster): Promise<readonly ServerPlan[]> {
  const { address } = cluster;
  let kept = 0;
  const plans: ServerPlan[] = [];
  let copies = 0;
  for (const server of await cluster.servers()) {
    const rows = await server.rows(
      `SELECT shard_num, is_local, default_database, default_database IN (SELECT name FROM system.databases) FROM system.clusters WHERE cluster = '${address.cluster}'`,
    );
    if (rows.length === 0)
      throw errorOf(SIGHTINGS_ISSUES.noCluster, `${server.name} knows no cluster \`${address.cluster}\`.`);
    copies = rows.length;
    // Each copy of a shard is a row; where the shard has a database of its own, a server that has that keeps one of them.
    const placements = [
      ...new Map(
        rows
          .flatMap((row) => placementIn(row, address.database))
          .map((placement) => [placement.shard, placement]),
      ).values(),
    ];
    await refuseOthers(server, address, placements);
    kept += placements.length;
    const replica = server.name.replaceAll(/[^\w.-]/gu, '_');
    plans.push({ server: server.name, statements: tableStatements(address, replica, placements) });
  }
  if (kept !== copies)
    throw errorOf(
      SIGHTINGS_ISSUES.replicaNotNamed,
      `The cluster \`${address.cluster}\` has ${copies} copies of shards, and the servers named keep ${kept}.`,
    );
  return plans;
}

/** Tables that are there are not made: rows would then be in those of another store, of which nobody knows here how far they are. */
async function refuseOthers(
  server: Server,
  address: ClusterAddress,
  placements: readonly Placement[],
): Promise<void> {
  const databases = [address.database, ...placements.map(({ database }) => database)];
  const [[other] = []] = await server.rows(
    `SELECT concat(database, '.', table) FROM system.replicas WHERE ${among('table', KEPT_TABLES)} AND ${among('database', databases)} AND NOT ${isOfStore(address)}`,
  );
  if (other !== undefined)
    throw errorOf(SIGHTINGS_ISSUES.tablesOfOthers, `On ${server.name}, \`${other}\` is of another store.`);
}

function placementIn(
  [shard, isLocal, ownDatabase, hasIt]: readonly Value[],
  database: string,
): readonly Placement[] {
  const isKept = ownDatabase === '' ? Number(isLocal) === 1 : Number(hasIt) === 1;
  return isKept
    ? [{ shard: Number(shard), database: ownDatabase === '' ? database : String(ownDatabase) }]
    : [];
}

/**
 * Writes a row into each table and takes it out again: a log that holds nothing, and one of which a server has taken nothing, look the same.
 */
async function begin(cluster: Cluster): Promise<void> {
  const { replicas } = await cluster.survey();
  const begun = new Set(replicas.filter(({ taken }) => taken > 0).map(({ path }) => path));
  await forEachTable(cluster, async ({ path, table }, server) => {
    if (begun.has(path)) return;
    if (path.endsWith('/ledger')) await cluster.write('dropped', 'begin', {});
    else {
      await server.run(`INSERT INTO ${table} (batch) VALUES ('')`);
      await server.run(`ALTER TABLE ${table} DROP PARTITION ''`);
    }
  });
  await cluster.settled(({ replicas: all }) => all.every(({ taken }) => taken > 0));
}

import type { MarkingLevel } from '../../facts/index.ts';
import { among, literal } from '../sql.ts';
import { addUp, SUMS_OF } from './add-up.ts';
import { change, FORGOTTEN_AFTER, newName, type Change, type Writer } from './change.ts';
import { forEachTable, type Cluster } from './cluster.ts';
import { namesOf, rowsOf, sumsOf, type Sums } from './ledger.ts';

/** What a compaction found and left. */
export interface ClusterCompacted {
  /** Parts of tables, on all servers that answer. */
  readonly filesBefore: number;
  readonly filesAfter: number;
  /** How many sums by month were made of several. */
  readonly addedUp: number;
}

/**
 * Adds up what loads of the same marking brought, so that questions about months read little, and takes what no longer counts out of the
 * tables. Nothing that counts changes.
 *
 * @param grace how long what was replaced stays for those that still read it, in seconds; default: an hour
 */
export async function compact(writer: Writer, grace = 3600): Promise<ClusterCompacted> {
  const filesBefore = await partsIn(writer.cluster);
  let addedUp = 0;
  await change(writer, newName('compact'), async (begun) => {
    const sums = await joined(begun);
    addedUp = sums.filter((sum) => !begun.state.sums.includes(sum)).length;
    return addedUp === 0 ? undefined : { sums };
  });
  await change(writer, newName('purge'), async (begun) => {
    const names = unneeded(begun, { ...writer, grace });
    if (names.length === 0) return undefined;
    await purge(begun, names);
    return { purged: names };
  });
  return { filesBefore, filesAfter: await partsIn(writer.cluster), addedUp };
}

async function partsIn(cluster: Cluster): Promise<number> {
  const { replicas } = await cluster.survey();
  let sum = 0;
  for (const server of await cluster.servers()) {
    const tables = replicas
      .filter((copy) => copy.server === server.name && !copy.path.endsWith('/ledger'))
      .map(({ table }) => table);
    if (tables.length === 0) continue;
    const [[count] = []] = await server.rows(
      `SELECT count(*) FROM system.parts WHERE active AND ${among("concat(database, '.', table)", tables)}`,
    );
    sum += Number(count);
  }
  return sum;
}

/** One sum for each marking. */
async function joined({ name: changeName, cluster, state }: Change): Promise<readonly Sums[]> {
  const { database } = cluster.address;
  const levels = new Set<MarkingLevel | undefined>(state.loads.map(({ batch }) => batch.level));
  const made = new Map<string, Sums>();
  for (const level of levels) {
    const old = state.sums.filter((sum) => sum.level === level);
    const added = new Set(old.flatMap(({ of }) => of));
    const loads = state.loads.filter(({ batch }) => batch.level === level).map(({ name }) => name);
    const parts = [...old.map(({ name }) => name), ...loads.filter((name) => !added.has(name))];
    if (parts.length < 2) {
      for (const sum of old) made.set(sum.name, sum);
      continue;
    }
    const name = sumsOf(changeName, level);
    await addUp(cluster, name, rowsOf(state, loads), [SUMS_OF.sums(database, parts)]);
    made.set(name, { name, level, of: loads });
  }
  return [...made.values()];
}

/** Names of rows that nobody reads any more. */
function unneeded(
  { state: { dead, underWay }, now }: Change,
  { holder, grace }: Pick<Writer, 'holder'> & { readonly grace: number },
): readonly string[] {
  const brokenOff = underWay.filter(
    ({ load, ...entry }) =>
      !load.startsWith('purge-') && (entry.holder === holder || entry.at <= now - FORGOTTEN_AFTER),
  );
  return [
    ...[...dead].filter(([, since]) => since <= now - grace).map(([name]) => name),
    ...brokenOff.flatMap(({ load }) => namesOf(load)),
  ];
}

async function purge({ cluster }: Change, names: readonly string[]): Promise<void> {
  const { database } = cluster.address;
  const rows = await thereOf(cluster, `${database}.sightings`, names);
  const sums = await thereOf(cluster, `${database}.sightings_month`, names);
  await forEachTable(cluster, async ({ path, table }, server) => {
    if (path.endsWith('/rows') && rows.length > 0)
      await server.run(`ALTER TABLE ${table} DELETE WHERE ${among('batch', rows)}`);
    if (path.endsWith('/months'))
      for (const name of sums) await server.run(`ALTER TABLE ${table} DROP PARTITION ${literal(name)}`);
  });
}

/** Those names that rows of a table bear. */
async function thereOf(
  cluster: Cluster,
  table: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const found = await cluster.rows(
    `SELECT batch FROM ${table} WHERE ${among('batch', names)} GROUP BY batch ORDER BY batch`,
  );
  return found.map(([name]) => String(name));
}

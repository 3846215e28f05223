import { errorOf } from '../../facts/index.ts';
import { ROLL_UP_COLUMNS } from '../columns.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import { among, literal } from '../sql.ts';
import { caughtUp } from './change.ts';
import type { Cluster } from './cluster.ts';
import type { Value } from './server.ts';

const COLUMNS = ROLL_UP_COLUMNS.join(', ');

/** Sums by month of what bears some names: of the rows, or of sums that were made before. */
export const SUMS_OF = {
  rows: (database: string, names: readonly string[], sign = ''): string =>
    `SELECT ${COLUMNS}, ${sign}toInt64(sum(n)) AS counted, ${sign}toInt64(count(*)) AS counted_rows FROM ${database}.sightings WHERE ${among('batch', names)} GROUP BY ${COLUMNS}`,
  sums: (database: string, names: readonly string[]): string =>
    `SELECT ${COLUMNS}, sum(n) AS counted, sum(r) AS counted_rows FROM ${database}.sightings_month WHERE ${among('batch', names)} GROUP BY ${COLUMNS}`,
} as const;

/**
 * Writes sums by month under a name.
 *
 * @param rows how many rows they must come to
 * @throws FoeprintError S971 where they do not
 */
export async function addUp(
  cluster: Cluster,
  name: string,
  rows: number,
  parts: readonly string[],
): Promise<void> {
  const table = `${cluster.address.database}.sightings_month`;
  const [server] = await cluster.reachable();
  await server?.run(
    `INSERT INTO ${table} (${COLUMNS}, n, r, batch) SELECT ${COLUMNS}, sum(counted), sum(counted_rows), ${literal(name)} FROM (${parts.join(' UNION ALL ')}) GROUP BY ${COLUMNS} HAVING sum(counted_rows) > 0`,
  );
  await refuseMissing(cluster, `SELECT sum(r) FROM ${table} WHERE ${among('batch', [name])}`, rows);
}

/**
 * Counts what was written, when all servers have it.
 *
 * @param sql gives one row, which begins with the count
 * @returns that row
 * @throws FoeprintError S971 where there are not so many rows
 */
export async function refuseMissing(cluster: Cluster, sql: string, rows: number): Promise<readonly Value[]> {
  const { survey } = await caughtUp(cluster);
  const [counted = []] = await cluster.rows(sql, survey);
  const found = Number(counted[0]);
  if (found !== rows)
    throw errorOf(SIGHTINGS_ISSUES.rowsMissing, `${rows} rows were to be written, and ${found} are there.`);
  return counted;
}

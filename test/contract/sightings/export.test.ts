import fc from 'fast-check';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { KeptSightings } from '../../../src/home/sightings/kept-sightings.ts';
import { SharedSightings } from '../../../src/home/sightings/shared-sightings.ts';
import type { MarkingLevel } from '../../../src/facts/index.ts';
import { openClusterSightings } from '../../../src/sightings/clickhouse/index.ts';
import { openEngine, openParquetSightings, quoted } from '../../../src/sightings/duckdb/index.ts';
import type { HeldBatch } from '../../../src/sightings/index.ts';
import { hasClickHouse } from '../../support/clickhouse/cluster.ts';
import { readyCluster, stopCluster } from '../../support/clickhouse/ready-cluster.ts';
import { runs } from '../../support/runs.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { anyClearance, anyHeld } from './any-sightings.ts';
import { staged } from './stores.ts';

/*
 * What is published is the same whatever engine keeps it: the same rows in files of the same form, in folders of the same names.
 */

afterAll(stopCluster);

function localStore(folder: string): ReturnType<typeof openParquetSightings> {
  return openParquetSightings({ folder, lock: async (work) => await work() });
}

/** What a store publishes of some batches: months, columns with their types, the hash of all rows, batches. */
async function published(
  store: KeptSightings,
  held: readonly HeldBatch[],
  level: MarkingLevel | undefined,
): Promise<unknown> {
  for (const one of held) await store.commit(await staged(await store.place.engine(), one));
  const folder = await temporaryFolder();
  const lake = join(folder, 'lake');
  const { rows, files } = await store.clearedTo(level).exportTo(lake);
  const { batches, ...manifest } = JSON.parse(readFileSync(join(lake, 'manifest.json'), 'utf8'));
  expect(manifest.files).toHaveLength(files);
  for (const { path, bytes } of manifest.files) expect(statSync(join(lake, path)).size).toBe(bytes);
  const engine = await openEngine({ folder });
  try {
    const paths: string[] = manifest.files.map(({ path }: { readonly path: string }) =>
      quoted(join(lake, path)),
    );
    const all = `read_parquet([${paths.join(', ')}], hive_partitioning = false)`;
    const asked = async (sql: string) => (paths.length === 0 ? [] : await engine.rows(sql));
    return {
      rows,
      batches,
      months: readdirSync(lake).filter((name) => name.startsWith('month=')),
      columns: await asked(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${all})`),
      hash: await asked(`SELECT md5(string_agg(t::VARCHAR, chr(10) ORDER BY t::VARCHAR)) FROM ${all} t`),
    };
  } finally {
    await engine.close();
  }
}

if (!hasClickHouse) console.warn('SKIPPED what a cluster publishes: no server of ClickHouse is installed');

test.skipIf(!hasClickHouse)('a cluster publishes what a store on this machine does', async () => {
  const { options } = await readyCluster();
  await fc.assert(
    fc.asyncProperty(anyHeld, anyClearance, async (held, level) => {
      const local = localStore(join(await temporaryFolder(), 'sightings'));
      const cluster = openClusterSightings({ ...options, holder: 'contract' });
      const place = localStore(join(await temporaryFolder(), 'sightings'));
      const shared = new SharedSightings(cluster, place.place);
      try {
        await shared.remove((await shared.batches()).map(({ id }) => id));
        expect(await published(shared, held, level)).toEqual(await published(local, held, level));
        expect(
          readdirSync((await place.place.engine()).folder).filter((name) => name.startsWith('export')),
        ).toEqual([]);
      } finally {
        await shared.close();
        await local.close();
      }
    }),
    runs(4),
  );
});

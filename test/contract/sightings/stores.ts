import { join } from 'node:path';
import {
  memorySightings,
  type Batch,
  type BatchHead,
  type HeldBatch,
  type Sighting,
  type SightingStore,
} from '../../../src/sightings/index.ts';
import { sentBatch } from '../../../src/home/sightings/sent-batch.ts';
import { openClusterSightings } from '../../../src/sightings/clickhouse/index.ts';
import {
  openEngine,
  openParquetSightings,
  quoted,
  stage,
  type Engine,
  type StagedBatch,
} from '../../../src/sightings/duckdb/index.ts';
import { hasClickHouse } from '../../support/clickhouse/cluster.ts';
import { readyCluster } from '../../support/clickhouse/ready-cluster.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** An implementation of the interface. */
export interface StoreRow {
  readonly name: string;
  /** Why it cannot be tried here. */
  readonly skipped?: string;
  /** How often properties are tried, where it takes long; default 8. */
  readonly tries?: number;
  /** A store that holds these batches, imported one after the other. */
  readonly open: (held: readonly HeldBatch[]) => Promise<SightingStore>;
}

/** A store that can be written, whatever holds it. */
interface Written {
  readonly store: SightingStore;
  readonly importAll: (held: readonly HeldBatch[]) => Promise<void>;
  readonly compact: () => Promise<unknown>;
  readonly remove: (ids: readonly string[]) => Promise<unknown>;
}

/** All that must answer alike. */
export const STORES: readonly StoreRow[] = [
  { name: 'memory', open: async (held) => await Promise.resolve(memorySightings(held)) },
  ...writtenRows('DuckDB', parquetSightings),
  ...writtenRows('ClickHouse', clusterSightings).map((row) => ({
    ...row,
    tries: 3,
    ...(hasClickHouse ? {} : { skipped: 'no server of ClickHouse is installed' }),
  })),
];

function writtenRows(engine: string, opened: () => Promise<Written>): readonly StoreRow[] {
  return [
    {
      name: engine,
      open: async (held) => {
        const { store, importAll } = await opened();
        await importAll(held);
        return store;
      },
    },
    {
      name: `${engine}, months added up`,
      open: async (held) => await compactedSightings(await opened(), held, []),
    },
    {
      name: `${engine}, of which a part was removed`,
      open: async (held) => await compactedSightings(await opened(), held, alike(held)),
    },
  ];
}

/** Other sightings that are like these. */
function alike(held: readonly HeldBatch[]): readonly HeldBatch[] {
  return held.map(({ batch, sightings }) => ({
    batch: { ...batch, id: batch.id.split('').toReversed().join('') },
    sightings: sightings.map((sighting) => ({ ...sighting, id: `another ${sighting.id}` })),
  }));
}

/** Imports these and others, joins all files, and removes the others again; the last is imported when months are added up already. */
async function compactedSightings(
  { store, importAll, compact, remove }: Written,
  held: readonly HeldBatch[],
  others: readonly HeldBatch[],
): Promise<SightingStore> {
  await importAll([...held.slice(0, -1), ...others]);
  await compact();
  await importAll(held.slice(-1));
  await remove(others.map(({ batch }) => batch.id));
  return store;
}

async function parquetSightings(): Promise<Written> {
  const folder = join(await temporaryFolder(), 'sightings');
  const store = openParquetSightings({ folder, lock: async (work) => await work() });
  return {
    store,
    compact: async () => await store.compact(),
    remove: async (ids) => await store.remove(ids),
    importAll: async (held) => {
      for (const one of held) await store.commit(await staged(await store.place.engine(), one));
    },
  };
}

/** One cluster for all: each store begins where the one before was emptied. */
async function clusterSightings(): Promise<Written> {
  const { options } = await readyCluster();
  const store = openClusterSightings({ ...options, holder: 'contract' });
  await store.remove((await store.batches()).map(({ id }) => id));
  const folder = await temporaryFolder();
  return {
    store,
    compact: async () => await store.compact(0),
    remove: async (ids) => await store.remove(ids),
    importAll: async (held) => {
      const engine = await openEngine({ folder });
      try {
        for (const one of held) await store.commit(sentBatch(engine, await staged(engine, one)));
      } finally {
        await engine.close();
      }
    },
  };
}

/** Makes a batch ready to be stored. */
export async function staged(engine: Engine, { batch, sightings }: HeldBatch): Promise<StagedBatch> {
  const release = sightings[0]?.release ?? '';
  return await stage(engine, { relation: relationOf(sightings), batch: headOf(batch), release });
}

/** What is known of a batch before its rows are counted. */
export function headOf({ id, name, format, importedAt, rejected, level }: Batch): BatchHead {
  return { id, name, format, importedAt, rejected, ...(level === undefined ? {} : { level }) };
}

/** Sightings as a relation in the SQL of DuckDB; the id of each stands for the vendor's. */
export function relationOf(sightings: readonly Sighting[]): string {
  const rows = sightings.map(
    ({ id, time, sector, organisation, group, technique, source, detector, count }) =>
      `(${quoted(id)}, TIMESTAMP ${quoted(time.slice(0, 19))}, ${[sector, organisation, group, technique, source, detector].map(quoted).join(', ')}, ${count})`,
  );
  const nothing = `('', TIMESTAMP '2000-01-01', '', '', '', '', '', '', 1)`;
  const columns = 'uid, ts, sector, org_id, group_id, technique_id, source, detector, n';
  return `SELECT * FROM (VALUES ${[nothing, ...rows].join(', ')}) AS t(${columns}) WHERE technique_id <> ''`;
}

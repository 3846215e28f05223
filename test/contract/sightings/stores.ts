import { join } from 'node:path';
import {
  memorySightings,
  type Batch,
  type HeldBatch,
  type Sighting,
  type SightingStore,
} from '../../../src/sightings/index.ts';
import {
  openParquetSightings,
  quoted,
  stage,
  type ParquetSightings,
} from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** An implementation of the interface. */
export interface StoreRow {
  readonly name: string;
  /** Why it cannot be tried here. */
  readonly skipped?: string;
  /** A store that holds these batches, imported one after the other. */
  readonly open: (held: readonly HeldBatch[]) => Promise<SightingStore>;
}

/** All that must answer alike. */
export const STORES: readonly StoreRow[] = [
  { name: 'memory', open: async (held) => await Promise.resolve(memorySightings(held)) },
  { name: 'DuckDB', open: async (held) => await parquetSightings(held) },
  { name: 'DuckDB, months added up', open: async (held) => await compactedSightings(held, []) },
  {
    name: 'DuckDB, of which a part was removed',
    open: async (held) => await compactedSightings(held, alike(held)),
  },
];

/** Other sightings that are like these. */
function alike(held: readonly HeldBatch[]): readonly HeldBatch[] {
  return held.map(({ batch, sightings }) => ({
    batch: { ...batch, id: batch.id.split('').toReversed().join('') },
    sightings: sightings.map((sighting) => ({ ...sighting, id: `another ${sighting.id}` })),
  }));
}

/** Imports these and others, joins all files, and removes the others again; the last is imported when months are added up already. */
async function compactedSightings(
  held: readonly HeldBatch[],
  others: readonly HeldBatch[],
): Promise<SightingStore> {
  const store = await parquetSightings([...held.slice(0, -1), ...others]);
  await store.compact();
  await importAll(store, held.slice(-1));
  await store.remove(others.map(({ batch }) => batch.id));
  return store;
}

async function parquetSightings(held: readonly HeldBatch[]): Promise<ParquetSightings> {
  const folder = join(await temporaryFolder(), 'sightings');
  const store = openParquetSightings({ folder, lock: async (work) => await work() });
  await importAll(store, held);
  return store;
}

async function importAll(store: ParquetSightings, held: readonly HeldBatch[]): Promise<void> {
  for (const { batch, sightings } of held) {
    const release = sightings[0]?.release ?? '';
    const staged = await stage(await store.place.engine(), {
      relation: relationOf(sightings),
      batch: headOf(batch),
      release,
    });
    await store.commit(staged);
  }
}

/** What is known of a batch before its rows are counted. */
export function headOf({
  id,
  name,
  format,
  importedAt,
  rejected,
  level,
}: Batch): Omit<Batch, 'rows' | 'sightings' | 'first' | 'last'> {
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

import { existsSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { stageAside, type ParquetSightings } from '../../../src/sightings/duckdb/index.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { batchOf, heldIn, imported, storeIn } from './support.ts';

const FIRST = batchOf('first.csv', ['2026-01-05 T1105 1', '2026-01-06 T1059 2', '2026-02-01 T1105 3']);
/** Has one sighting that the first has as well. */
const AFTER = batchOf('second.csv', ['2026-01-06 T1059 2', '2026-02-02 T1105 5']);
const SECOND = { ...AFTER, batch: { ...AFTER.batch, importedAt: '2026-06-02T00:00:00Z' } };
const NAME = 'rows.parquet';

async function stored(): Promise<{ store: ParquetSightings; aside: string }> {
  const folder = await temporaryFolder();
  const store = storeIn(folder, -1);
  onTestFinished(async () => store.close());
  await imported(store, FIRST);
  await imported(store, SECOND);
  return { store, aside: join(folder, 'aside') };
}

test.for([
  ['as it was imported', async () => {}],
  ['joined with others', async (store: ParquetSightings) => store.compact()],
] as const)('a batch that was set aside, %s, is stored again as it was', async ([, prepare]) => {
  const { store, aside } = await stored();
  await prepare(store);
  const [batches, held] = [await store.batches(), await heldIn(store)];
  const [first] = batches;
  if (first === undefined) return expect.fail();
  await store.setAside(first.id, aside, NAME);
  await store.remove([first.id]);
  expect(await heldIn(store)).toEqual(['2026-02-02 T1105 1']);
  const { rows: _, sightings: _s, first: _f, last: _l, ...head } = first;
  const staged = await stageAside(await store.place.engine(), head, join(aside, NAME));
  expect((await store.commit(staged)).isNew).toBe(true);
  expect(await heldIn(store)).toEqual(held);
  expect(await store.batches()).toEqual(batches);
});

test('of a batch whose file is damaged nothing is set aside', async () => {
  const { store, aside } = await stored();
  const [first] = await store.batches();
  const data = join(store.place.folder, 'data');
  for (const name of readdirSync(data, { recursive: true }).map(String))
    if (name.endsWith('.parquet')) truncateSync(join(data, name), 40);
  await expect(store.setAside(first?.id ?? '', aside, NAME)).rejects.toThrow('S907');
  expect(existsSync(aside)).toBe(false);
});

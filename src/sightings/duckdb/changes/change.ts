import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { MarkingLevel } from '../../../facts/index.ts';
import { ROLL_UP_COLUMNS } from '../../columns.ts';
import { damaged, deepDamageOf } from '../state/damage.ts';
import { moveInto, writesCoded, type KeptFile } from '../state/disk.ts';
import { temporaryName, type Connection } from '../engine.ts';
import { commitManifest, readManifest, type Manifest, type RollUp, type RowFile } from '../state/manifest.ts';
import { rowsSql } from '../selection.ts';
import { copySql, makeFolder, sortedSql } from '../stage.ts';
import { TEMPORARY, type StorePlace } from '../state/store-place.ts';
import { sweep } from '../state/sweep.ts';

/** What a change is made with: the state that it begins from, a connection, and a folder for files that are being made. */
export interface Change {
  readonly state: Manifest;
  readonly connection: Connection;
  readonly store: string;
  readonly folder: string;
}

/**
 * Changes a store in one moment: nobody else writes meanwhile, and readers see the old state or the new.
 *
 * @param work makes the new files; undefined where nothing is to be changed
 * @returns the state afterwards
 * @throws FoeprintError S904 where it cannot be written, S906 where somebody else changed it
 */
export async function changed(
  place: StorePlace,
  work: (change: Change) => Promise<Omit<Manifest, 'generation'> | undefined>,
): Promise<Manifest> {
  const folder = temporaryName(join(place.folder, TEMPORARY), 'change');
  try {
    return await place.lock(
      async () =>
        await writesCoded(async () => {
          const state = await readManifest(place.folder);
          const engine = await place.engine();
          const next = await engine.beside(async (connection) => {
            await makeFolder(folder);
            return await work({ state, connection, store: place.folder, folder });
          });
          if (next === undefined) return state;
          const after = await commitManifest(place.folder, state, next);
          await sweep(place, after);
          return after;
        }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes rows of sightings into a new file of a month. */
export async function newRowFile(
  change: Change,
  rows: string,
  known: Pick<RowFile, 'month' | 'level' | 'batches'>,
): Promise<RowFile> {
  return { ...known, ...(await newFile(change, 'data', known.month, sortedSql(rows))) };
}

/** Adds up all files of a month that bear one marking. @throws FoeprintError S907 */
export async function newRollUp(
  change: Change,
  month: string,
  level: MarkingLevel | undefined,
  files: readonly RowFile[],
): Promise<RollUp> {
  const columns = ROLL_UP_COLUMNS.join(', ');
  const sums = `SELECT ${columns}, sum(n)::BIGINT AS n, count(*) AS r FROM (${await soundRows(change, files)}) GROUP BY ${columns} ORDER BY ${columns}`;
  return { ...(await newFile(change, 'months', month, sums)), level, of: files.map(({ path }) => path) };
}

/**
 * Rows of files of the store, in SQL.
 *
 * @throws FoeprintError S907 where one is not as it was written: what is made of it would be taken for right
 */
export async function soundRows({ store, state }: Change, files: readonly RowFile[]): Promise<string> {
  // Those that the change itself has made are as they were written.
  for (const file of files.filter((each) => state.files.includes(each))) {
    const damage = await deepDamageOf(store, file);
    if (damage !== undefined) throw damaged(store, state, file, damage);
  }
  return rowsSql(files.map(({ path }) => join(store, path)));
}

/** Moves a file that was made ready into the store, under a name that is new. */
export async function storedFile(
  { store }: Change,
  part: 'data' | 'months',
  month: string,
  from: string,
): Promise<Pick<RowFile, 'path' | 'month'> & KeptFile> {
  const path = `${part}/month=${month}/${crypto.randomUUID()}.parquet`;
  return { path, month, ...(await moveInto(store, path, from)) };
}

async function newFile(
  change: Change,
  part: 'data' | 'months',
  month: string,
  rows: string,
): Promise<Omit<RowFile, 'level' | 'batches'>> {
  const from = join(change.folder, `${crypto.randomUUID()}.parquet`);
  const [[count] = []] = await change.connection.rows(copySql(rows, from));
  return { rows: Number(count), ...(await storedFile(change, part, month, from)) };
}

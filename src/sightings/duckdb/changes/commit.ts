import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { TOTALS_SQL, totalsIn, type BatchTotals } from '../../batch-totals.ts';
import { compareText } from '../../../text/index.ts';
import type { Batch } from '../../sighting.ts';
import { changed, storedFile, type Change } from './change.ts';
import type { Connection } from '../engine.ts';
import type { RowFile } from '../state/manifest.ts';
import { ONCE_EACH, rowsSql } from '../selection.ts';
import { copySql, sortedSql, type StagedBatch, type StagedFile } from '../stage.ts';
import type { StorePlace } from '../state/store-place.ts';

/** What became of a staged batch. */
export interface Committed {
  /** As it is stored: without the sightings that were there already. */
  readonly batch: Batch;
  /** False where the same batch was stored before, and nothing was done. */
  readonly isNew: boolean;
}

/**
 * Stores a batch: all of it at one moment, once whatever happens. Sightings that are there already are left out, those of another batch
 * in the same month and those that the batch itself repeats; they keep the marking that they came with.
 *
 * @throws FoeprintError S904 where it cannot be written, S906 where another process did the same
 */
export async function commit(place: StorePlace, staged: StagedBatch): Promise<Committed> {
  const { batch: head, files } = staged;
  let known: Batch | undefined;
  try {
    const { batches } = await changed(place, async (change) => {
      const { state, connection } = change;
      known = state.batches.find(({ id }) => id === head.id);
      if (known !== undefined) return undefined;
      const fresh: StagedFile[] = [];
      for (const file of files) {
        const kept = await freshOf(change, file);
        if (kept.rows > 0) fresh.push(kept);
      }
      const batch: Batch = { ...head, ...(await totalsOf(connection, fresh)) };
      const moved: RowFile[] = [];
      for (const { path, month, rows } of fresh)
        moved.push({
          ...(await storedFile(change, 'data', month, path)),
          rows,
          level: head.level,
          batches: [head.id],
        });
      return { ...state, batches: inOrder([...state.batches, batch]), files: [...state.files, ...moved] };
    });
    const batch = known ?? batches.find(({ id }) => id === head.id);
    if (batch === undefined) throw new RangeError('A batch was committed, and is not there');
    return { batch, isNew: known === undefined };
  } finally {
    await rm(staged.folder, { recursive: true, force: true });
  }
}

/** One that was taken out and is stored again has the place that it had. */
function inOrder(batches: readonly Batch[]): readonly Batch[] {
  return batches.toSorted((one, other) => compareText(one.importedAt, other.importedAt));
}

/** The same file where all of its sightings are new; else another beside it, with those that are. */
async function freshOf({ connection, store, state }: Change, file: StagedFile): Promise<StagedFile> {
  const staged = rowsSql([file.path]);
  const stored = state.files.filter(({ month }) => month === file.month).map(({ path }) => join(store, path));
  const taken =
    stored.length === 0
      ? 'SELECT NULL::UBIGINT AS sid LIMIT 0'
      : `SELECT sid FROM (${rowsSql(stored)}) WHERE sid IN (SELECT sid FROM (${staged}))`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE taken AS SELECT DISTINCT sid FROM (${taken})`);
  const [row = []] = await connection.rows(
    `SELECT count(DISTINCT sid), (SELECT count(*) FROM taken) FROM (${staged})`,
  );
  const rows = Number(row[0]) - Number(row[1]);
  if (rows === file.rows || rows === 0) return { ...file, rows };
  const path = `${file.path}.fresh`;
  await connection.run(
    copySql(sortedSql(`${staged} WHERE sid NOT IN (SELECT sid FROM taken) ${ONCE_EACH}`), path),
  );
  return { ...file, path, rows };
}

async function totalsOf(connection: Connection, files: readonly StagedFile[]): Promise<BatchTotals> {
  if (files.length === 0) return totalsIn([0]);
  const [totals = []] = await connection.rows(
    `SELECT ${TOTALS_SQL} FROM (${rowsSql(files.map(({ path }) => path))})`,
  );
  return totalsIn(totals);
}

import { errorOf } from '../../../facts/index.ts';
import { BATCH_DIGITS } from '../../columns.ts';
import { SIGHTINGS_ISSUES } from '../../issues.ts';
import type { Batch } from '../../sighting.ts';
import { changed, newRollUp, newRowFile, soundRows, type Change } from './change.ts';
import { quoted } from '../engine.ts';
import type { Manifest, RollUp, RowFile } from '../state/manifest.ts';
import type { StorePlace } from '../state/store-place.ts';

/**
 * Takes batches out, all in one moment. Files that others share are written anew, and so are the sums of their months.
 *
 * @param ids whole ids
 * @throws FoeprintError S908 where one is not there, S907 where a file that stays and is read is damaged: then nothing is done
 */
export async function remove(place: StorePlace, ids: readonly string[]): Promise<readonly Batch[]> {
  let removed: readonly Batch[] = [];
  await changed(place, async (change) => {
    const { batches } = change.state;
    removed = ids.map((id) => batchIn(batches, id));
    return removed.length === 0 ? undefined : await withoutBatches(change, new Set(ids));
  });
  return removed;
}

function batchIn(batches: readonly Batch[], asked: string): Batch {
  const batch = batches.find(({ id }) => id === asked);
  if (batch === undefined) throw errorOf(SIGHTINGS_ISSUES.unknownBatch, `There is no batch ${asked}.`);
  return batch;
}

async function withoutBatches(
  change: Change,
  ids: ReadonlySet<string>,
): Promise<Omit<Manifest, 'generation'>> {
  const { state } = change;
  const files: RowFile[] = [];
  for (const file of state.files) {
    const batches = file.batches.filter((id) => !ids.has(id));
    if (batches.length === file.batches.length) files.push(file);
    else if (batches.length > 0) files.push(await rewritten(change, file, batches));
  }
  const kept = new Set(files.map(({ path }) => path));
  const rollUps: RollUp[] = [];
  for (const rollUp of state.rollUps) {
    const { month, level } = rollUp;
    const rows = files.filter((file) => file.month === month && file.level === level);
    if (rollUp.of.every((path) => kept.has(path))) rollUps.push(rollUp);
    else if (rows.length > 0) rollUps.push(await newRollUp(change, month, level, rows));
  }
  return { batches: state.batches.filter(({ id }) => !ids.has(id)), files, rollUps };
}

async function rewritten(change: Change, file: RowFile, batches: readonly string[]): Promise<RowFile> {
  const kept = batches.map((id) => quoted(id.slice(0, BATCH_DIGITS))).join(', ');
  const { month, level } = file;
  return await newRowFile(change, `${await soundRows(change, [file])} WHERE batch IN (${kept})`, {
    month,
    level,
    batches,
  });
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchHead } from '../../batch-totals.ts';
import { BATCH_DIGITS } from '../../columns.ts';
import { quoted, temporaryName, type Engine } from '../engine.ts';
import { rowsSql } from '../selection.ts';
import { copySql, makeFolder, sortedSql, type StagedBatch, type StagedFile } from '../stage.ts';
import { damaged, deepDamageOf } from '../state/damage.ts';
import { moveInto, writesCoded } from '../state/disk.ts';
import { readManifest } from '../state/manifest.ts';
import { TEMPORARY, type StorePlace } from '../state/store-place.ts';

/**
 * Writes the rows of a batch into one file outside of the store, from which {@link stageAside} makes it ready to be stored again. Of a
 * batch without rows there is no file.
 *
 * @param id whole id
 * @throws FoeprintError S907 where a file of it is damaged, S904 where it cannot be written
 */
export async function setAside(place: StorePlace, id: string, folder: string, name: string): Promise<void> {
  const state = await readManifest(place.folder);
  const files = state.files.filter(({ batches }) => batches.includes(id));
  await writesCoded(async () => {
    if (files.length === 0) return await rm(join(folder, name), { force: true });
    for (const file of files) {
      const damage = await deepDamageOf(place.folder, file);
      if (damage !== undefined) throw damaged(place.folder, state, file, damage);
    }
    const from = temporaryName(join(place.folder, TEMPORARY), 'aside');
    const all = rowsSql(files.map(({ path }) => join(place.folder, path)));
    const engine = await place.engine();
    try {
      await makeFolder(join(place.folder, TEMPORARY));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await engine.run(copySql(sortedSql(`${all} WHERE batch = ${quoted(id.slice(0, BATCH_DIGITS))}`), from));
      await moveInto(folder, name, from);
    } finally {
      await rm(from, { force: true });
    }
  });
}

/**
 * Makes a batch ready to be stored from the file that its rows were written to.
 *
 * @param path undefined where it has none
 * @throws FoeprintError S903 where the file cannot be read, S904 where there is no space
 */
export async function stageAside(
  engine: Engine,
  batch: BatchHead,
  path: string | undefined,
): Promise<StagedBatch> {
  const folder = temporaryName(engine.folder, batch.id.slice(0, BATCH_DIGITS));
  const files: StagedFile[] = [];
  await writesCoded(async () => {
    await makeFolder(folder);
    const rows = path === undefined ? [] : await engine.rows(monthsSql(path));
    for (const [month, count] of rows) {
      const place = join(folder, `${String(month)}.parquet`);
      const own = `${rowsSql([path ?? ''])} WHERE month = ${quoted(String(month))}`;
      await engine.run(copySql(sortedSql(own), place));
      files.push({ path: place, month: String(month), rows: Number(count) });
    }
  });
  return { batch, folder, files };
}

function monthsSql(path: string): string {
  return `SELECT month, count(*) FROM (${rowsSql([path])}) GROUP BY 1 ORDER BY 1`;
}

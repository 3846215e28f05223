import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { FoeprintError, MARKING_LEVELS } from '../../facts/index.ts';
import type { Batch } from '../../sightings/index.ts';
import { defined, parsedJson } from '../../text/index.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import type { KeptSightings } from './kept-sightings.ts';

/** What a batch is called, and what else does not stand in its rows. */
const Head = z.object({
  id: z.string(),
  name: z.string(),
  format: z.string(),
  importedAt: z.string(),
  rejected: z.number(),
  level: z.exactOptional(z.enum(MARKING_LEVELS)),
});

/** Names of the files that a batch is kept in: its rows, of which there may be none, and what it was, which is written when they are there. */
export function namesAside(id: string): readonly [rows: string, head: string] {
  return [`${id}.parquet`, `${id}.batch.json`];
}

/**
 * Keeps a batch that is about to be taken out.
 *
 * @param folder where what undoes changes is kept
 * @returns whether it is kept: of a cluster, and of damaged files, nothing is
 * @throws FoeprintError S904, H511 where it cannot be written
 */
export async function keepAside(store: KeptSightings, batch: Batch, folder: string): Promise<boolean> {
  const [rows, head] = namesAside(batch.id);
  try {
    if (!(await store.setAside(batch.id, folder, rows))) return false;
  } catch (error) {
    // What cannot be read any more is taken out all the same.
    if (error instanceof FoeprintError && error.code === 'S907') return false;
    throw error;
  }
  const { id, name, format, importedAt, rejected, level } = batch;
  const kept = { id, name, format, importedAt, rejected, ...defined({ level }) };
  await writeAtomically(join(folder, head), `${JSON.stringify(kept)}\n`);
  return true;
}

/**
 * Stores a batch again that was taken out.
 *
 * @returns false where it is not kept
 * @throws FoeprintError S903, S904 where it cannot be read or stored
 */
export async function storeAgain(store: KeptSightings, id: string, folder: string): Promise<boolean> {
  const [rows, head] = namesAside(id).map((name) => join(folder, name));
  const { data } = Head.safeParse(parsedJson(await readFile(head ?? '', 'utf8').catch(() => '')));
  if (data === undefined) return false;
  const { stageAside } = await import('../../sightings/duckdb/index.ts');
  const staged = await stageAside(
    await store.place.engine(),
    data,
    rows !== undefined && existsSync(rows) ? rows : undefined,
  );
  await store.commit(staged);
  return true;
}

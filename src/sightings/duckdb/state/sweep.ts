import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { highest } from '../../../text/index.ts';
import { changedAt, reasonOf } from './disk.ts';
import { FOLDER, generationsIn, manifestPath, readGeneration, type Manifest } from './manifest.ts';
import { TEMPORARY, type StorePlace } from './store-place.ts';

/**
 * Removes what nobody needs: manifests that were replaced longer ago than readers take, files that none of those left names (of changes
 * that were broken off, and what was replaced), and what was being made ready and then left. For whoever holds the lock.
 *
 * @param newest the newest state of the store
 */
export async function sweep({ folder, grace }: StorePlace, newest: Manifest): Promise<void> {
  const old = Date.now() - grace;
  const kept: number[] = [];
  const generations = await generationsIn(folder);
  for (const [index, generation] of generations.entries()) {
    const next = generations[index + 1];
    if (next !== undefined && (await changedAt(manifestPath(folder, next))) < old)
      await rm(manifestPath(folder, generation), { force: true });
    else kept.push(generation);
  }
  await removeUnnamed(folder, newest, kept);
  for (const path of await filesIn(folder, FOLDER, '.tmp')) await rm(join(folder, path), { force: true });
  for (const name of await namesIn(join(folder, TEMPORARY)))
    if (!isUsed(name) && (await lastChange(join(folder, TEMPORARY, name))) < old)
      await rm(join(folder, TEMPORARY, name), { recursive: true, force: true });
}

/** Removes files that no state names. Imports replace nothing: the newest names all that is there, and the hundreds before it are not read. */
async function removeUnnamed(
  folder: string,
  newest: Manifest,
  generations: readonly number[],
): Promise<void> {
  const unnamed = new Set<string>();
  for (const part of ['data', 'months'])
    for (const path of await filesIn(folder, part, '.parquet')) unnamed.add(path);
  for (const generation of generations.toReversed()) {
    const state = generation === newest.generation ? newest : await readGeneration(folder, generation);
    for (const { path } of [...(state?.files ?? []), ...(state?.rollUps ?? [])]) unnamed.delete(path);
    if (unnamed.size === 0) return;
  }
  for (const path of unnamed) await rm(join(folder, path), { force: true });
}

/** Whether the process that a temporary name says still runs, or another has its number. */
function isUsed(name: string): boolean {
  const id = /^[0-9a-z]+-(\d+)-/u.exec(name)?.[1];
  if (id === undefined) return false;
  try {
    process.kill(Number(id), 0);
    return true;
  } catch (error) {
    return reasonOf(error) === 'EPERM';
  }
}

/** Files of a part of the store, with an ending, as manifests name them. */
async function filesIn(folder: string, part: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, part), { recursive: true }).catch((): string[] => []);
  return names.filter((name) => name.endsWith(ending)).map((name) => `${part}/${name.replaceAll('\\', '/')}`);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

/** When a file, or anything in a folder, last changed. */
async function lastChange(path: string): Promise<number> {
  const within = await Promise.all(
    (await namesIn(path)).map(async (name) => await lastChange(join(path, name))),
  );
  return highest([await changedAt(path), ...within]);
}

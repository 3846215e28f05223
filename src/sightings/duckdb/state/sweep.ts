import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { highest } from '../../../text/index.ts';
import { changedAt, reasonOf } from './disk.ts';
import { FOLDER, generationsIn, manifestPath, readGeneration } from './manifest.ts';
import { TEMPORARY, type StorePlace } from './store-place.ts';

/**
 * Removes what nobody needs: manifests that were replaced longer ago than readers take, files that none of those left names (of changes
 * that were broken off, and what was replaced), and what was being made ready and then left. For whoever holds the lock.
 */
export async function sweep({ folder, grace }: StorePlace): Promise<void> {
  const old = Date.now() - grace;
  const generations = await generationsIn(folder);
  const needed = new Set<string>();
  for (const [index, generation] of generations.entries()) {
    const next = generations[index + 1];
    const replaced =
      next === undefined ? Number.POSITIVE_INFINITY : await changedAt(manifestPath(folder, next));
    if (replaced < old) await rm(manifestPath(folder, generation), { force: true });
    else {
      const manifest = await readGeneration(folder, generation);
      for (const { path } of [...(manifest?.files ?? []), ...(manifest?.rollUps ?? [])]) needed.add(path);
    }
  }
  for (const part of ['data', 'months'])
    for (const path of await filesIn(folder, part, '.parquet'))
      if (!needed.has(path)) await rm(join(folder, path), { force: true });
  for (const path of await filesIn(folder, FOLDER, '.tmp')) await rm(join(folder, path), { force: true });
  for (const name of await namesIn(join(folder, TEMPORARY)))
    if (!isUsed(name) && (await lastChange(join(folder, TEMPORARY, name))) < old)
      await rm(join(folder, TEMPORARY, name), { recursive: true, force: true });
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

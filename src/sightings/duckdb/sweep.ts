import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from './disk.ts';
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
  for (const path of await filesUnder(folder, ['data', 'months']))
    if (!needed.has(path)) await rm(join(folder, path), { force: true });
  for (const path of await filesUnder(folder, [FOLDER]))
    if (path.endsWith('.tmp')) await rm(join(folder, path), { force: true });
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

async function filesUnder(folder: string, parts: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of parts)
    for (const entry of await readdir(join(folder, part), { withFileTypes: true }).catch(() => []))
      if (entry.isDirectory()) found.push(...(await filesUnder(folder, [`${part}/${entry.name}`])));
      else found.push(`${part}/${entry.name}`);
  return found;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return await readdir(folder).catch(() => []);
}

/** When a file, or anything in a folder, last changed. */
async function lastChange(path: string): Promise<number> {
  const within = await Promise.all(
    (await namesIn(path)).map(async (name) => await lastChange(join(path, name))),
  );
  return Math.max(await changedAt(path), ...within);
}

async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

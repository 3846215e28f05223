import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorOf, FoeprintError } from '../../../facts/index.ts';
import { systemReason } from '../../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../../issues.ts';

/** A file that is safe on the disk, with what shows later whether it is still the same. */
export interface KeptFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Makes a file safe, for its owner alone, and moves it into a store. */
export async function moveInto(store: string, path: string, from: string): Promise<KeptFile> {
  const target = join(store, path);
  await chmod(from, 0o600);
  await sync(from);
  const kept = await fingerprint(from);
  await makeSafeFolder(dirname(target));
  await rename(from, target);
  await syncFolder(dirname(target));
  return kept;
}

/** A folder for its owner alone, that is there after a crash as well. */
export async function makeSafeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made === undefined) return;
  // A new name is safe once the folder that it stands in is.
  for (let folder = path; folder !== dirname(made); folder = dirname(folder))
    await syncFolder(dirname(folder));
}

export async function fingerprint(path: string): Promise<KeptFile> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') };
}

/** When a file, or what a folder holds, was last changed, in milliseconds since 1970; what is gone was changed last of all. */
export async function changedAt(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
}

/** Writes a new file, for its owner alone, and waits until it is safe. */
export async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** New names in a folder are safe once it is synced; Windows has no such notion. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await sync(folder);
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Does what writes files.
 *
 * @throws FoeprintError S904 with what the operating system says against it
 */
export async function writesCoded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FoeprintError || !(error instanceof Error && 'syscall' in error)) throw error;
    throw errorOf(SIGHTINGS_ISSUES.notStored, `Sightings cannot be written: ${systemReason(error)}.`);
  }
}

/** The operating system's word for what went wrong, e.g. `ENOSPC`. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

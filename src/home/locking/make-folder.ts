import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { reasonOf } from '../reason-of.ts';

/** What is kept is for its owner alone: it may say what was confided. */
export const OWNER_ONLY = { folder: 0o700, file: 0o600 } as const;

/**
 * Makes a folder and those above it that are missing. Not by Node's recursive way, which never ends where the
 * system says of a folder that exists that it does not (`/proc`).
 *
 * @param mode whom it is for; default its owner alone
 * @throws the operating system's error
 */
export async function makeFolder(path: string, mode: number = OWNER_ONLY.folder): Promise<void> {
  const missing: string[] = [];
  for (let folder = resolve(path); !(await isThere(folder)); folder = dirname(folder)) {
    missing.push(folder);
    if (dirname(folder) === folder) break;
  }
  for (const folder of missing.toReversed())
    await mkdir(folder, { mode }).catch((error: unknown) => {
      if (reasonOf(error) !== 'EEXIST') throw error;
    });
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    (error: unknown) => {
      if (reasonOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}

import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { holderIn, isGone, ownHolder } from './lock-holder.ts';
import { makeFolder, OWNER_ONLY } from './make-folder.ts';

/** Says which process a folder is of. */
const HOLDER = 'holder';

/**
 * Makes a folder within another for what this process needs while it runs, and removes those of processes that are gone.
 *
 * @throws the operating system's error
 */
export async function ownFolder(parent: string): Promise<string> {
  for (const name of await readdir(parent).catch((): string[] => [])) {
    const folder = join(parent, name);
    const made = (await stat(folder).catch(() => undefined))?.mtimeMs;
    const holder = await readFile(join(folder, HOLDER), 'utf8').catch(() => '');
    if (made !== undefined && isGone(await holderIn(holder, made)))
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
  const own = join(parent, randomUUID());
  await makeFolder(own);
  await writeFile(join(own, HOLDER), await ownHolder(), { mode: OWNER_ONLY.file });
  return own;
}

import type { FileHandle } from 'node:fs/promises';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refusal } from './issues.ts';
import { makeFolder, OWNER_ONLY } from './make-folder.ts';
import { reasonOf } from './reason-of.ts';

/** What a file is to hold: at once, or piece by piece. */
type Content = Uint8Array | string | AsyncIterable<Uint8Array>;

/**
 * Writes a file so that whoever reads it, or finds it after a crash, sees the old content or the new, never
 * a part: written beside it, synced to the disk, then renamed. Makes the folder if need be. Folder and file are
 * for their owner alone.
 *
 * @throws FoeprintError H511
 */
export async function writeAtomically(path: string, content: Content): Promise<void> {
  const temporary = `${path}.${crypto.randomUUID()}.tmp`;
  try {
    await makeFolder(dirname(path));
    await writeAndSync(temporary, content);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    // What cannot be removed either must not hide why.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw refusal('home-not-writable', `\`${path}\` cannot be written (${reasonOf(error)}).`, { file: path });
  }
}

async function writeAndSync(path: string, content: Content): Promise<void> {
  await withFile(path, 'wx', async (file) => {
    await writeFile(file, content);
    await file.sync();
  });
}

// The new name itself is only safe once its folder is synced; Windows has no such notion.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await withFile(folder, 'r', (file) => file.sync());
}

async function withFile(
  path: string,
  flags: string,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, OWNER_ONLY.file);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

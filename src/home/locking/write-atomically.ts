import { chmod, open, readlink, rename, rm, stat, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { refusal } from '../issues.ts';
import { makeFolder, OWNER_ONLY } from './make-folder.ts';
import { systemReason } from '../../text/index.ts';

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
  const target = await followed(path);
  try {
    await makeFolder(dirname(target));
    await swapIn(target, content, OWNER_ONLY.file);
  } catch (error) {
    throw refusal('home-not-writable', `\`${path}\` cannot be written (${systemReason(error)}).`, {
      file: path,
    });
  }
}

/**
 * Puts other content in the place of a file's, as {@link writeAtomically} does, for files that are not ours to keep: a link is
 * followed, the rights of the file stay, its folder must be there, and what is no file (a device, a pipe) is written as it is.
 *
 * @throws the operating system's error
 */
export async function replaceFile(path: string, content: Content): Promise<void> {
  const target = await followed(path);
  const known = await stat(target).catch(() => undefined);
  if (known !== undefined && !known.isFile()) return await writeFile(path, content);
  const rights = known === undefined ? undefined : known.mode & 0o777;
  await swapIn(target, content, rights ?? PUBLIC, rights);
}

/**
 * Writes a file beside another, syncs it to the disk, and puts it in its place; removes it where that fails.
 *
 * @param mode rights of the new file as far as the process's own mask allows
 * @param exactly its rights whatever that mask is; default: as the mask leaves them
 */
async function swapIn(target: string, content: Content, mode: number, exactly?: number): Promise<void> {
  const temporary = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    await withFile(temporary, 'wx', mode, async (file) => {
      await writeFile(file, content);
      await file.sync();
    });
    if (exactly !== undefined) await chmod(temporary, exactly);
    await rename(temporary, target);
    await syncFolder(dirname(target));
  } catch (error) {
    // What cannot be removed either must not hide why.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Rights of a new file as far as the process's own mask allows. */
const PUBLIC = 0o666;

/** Where a link leads, also to what is not there yet; any other path is itself. */
async function followed(path: string): Promise<string> {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links++) {
    const next = await readlink(target).catch(() => undefined);
    if (next === undefined) return target;
    target = resolve(dirname(target), next);
  }
  return target;
}

const MOST_LINKS = 40;

// The new name itself is only safe once its folder is synced; Windows has no such notion.
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await withFile(folder, 'r', 0, (file) => file.sync());
}

async function withFile(
  path: string,
  flags: string,
  mode: number,
  use: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, flags, mode);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

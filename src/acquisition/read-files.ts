import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { filesUnder } from './files-under.ts';
import type { Limits } from './limits.ts';
import { silent } from './progress.ts';
import { collect, readFileBytes, tooLarge, tooManyFiles } from './read-bytes.ts';
import { unpackFiles, type Unpacked } from './unpack/unpack.ts';

/** What a place holds: one file, or the files of a folder or archive. */
export interface FilesRead {
  readonly files: readonly Unpacked[];
  /** Whether it is a folder or an archive. */
  readonly isCollection: boolean;
}

/**
 * Reads a file, standard input (`-`), the files of a folder, or those of an archive (zip, tar, each file of them also as gzip), within limits that hold for
 * all of them together. Of folders, links are not followed, nor is what is hidden looked at; their files come in the order of
 * their paths.
 *
 * @param takes whether a file of a folder or archive is wanted, by its name
 * @throws FoeprintError A4xx where it cannot be read
 */
export async function readFiles(
  location: string,
  limits: Limits,
  takes: (name: string) => boolean,
): Promise<FilesRead> {
  if (location === '-')
    return await unpackFiles(await collect(process.stdin, '-', limits, silent, 'read'), '-', limits, takes);
  const state = await stat(location).catch(() => undefined);
  if (state?.isDirectory() !== true)
    return await unpackFiles(await readFileBytes(location, limits, silent), location, limits, takes);
  const files: Unpacked[] = [];
  let room = limits.maximumBytes;
  const paths = (await filesUnder(location)).filter((path) => takes(basename(path)));
  if (paths.length > limits.maximumFiles) throw tooManyFiles(location, limits);
  for (const path of paths) {
    const bytes = await readFileBytes(path, limits, silent);
    room -= bytes.length;
    if (room < 0) throw tooLarge(location, limits);
    if (bytes.length > 0) files.push({ location: path, bytes });
  }
  return { files, isCollection: true };
}

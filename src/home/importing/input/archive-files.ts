import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  collect,
  isArchive,
  isOfOffice,
  silent,
  unpackFiles,
  type Limits,
} from '../../../acquisition/index.ts';
import { errorOf } from '../../../facts/index.ts';
import { SIGHTING_INPUT_ISSUES } from '../../../sightings/index.ts';
import { unknownFormat } from '../input-reading.ts';
import type { PreparedInput } from './prepared-input.ts';

/** A file of an archive, where it lies unpacked. */
export interface ArchiveFile {
  /** `archive.zip!name`. */
  readonly name: string;
  readonly path: string;
}

/**
 * The files of an archive (zip, tar), as those of a folder would be imported, in its order; undefined where the input is none. They lie in
 * the folder under names of ours: none in the archive leads anywhere.
 *
 * @throws FoeprintError A404 to A409, A419, A440, S938 for documents of Office, which are archives too, S942 where nothing is in it
 */
export async function archiveFiles(
  { name, path, head }: PreparedInput,
  folder: string,
  limits: Limits,
): Promise<readonly ArchiveFile[] | undefined> {
  if (!isArchive(head)) return undefined;
  const archive = await collect(createReadStream(path), name, limits, silent, 'read');
  const { files } = await unpackFiles(archive, name, limits, (entry) => {
    if (isOfOffice(entry))
      throw unknownFormat(
        name,
        'It is a document of an Office program.',
        'Save the sheet that is meant as CSV, and import that.',
      );
    return isWanted(entry);
  });
  if (files.length === 0)
    throw errorOf(SIGHTING_INPUT_ISSUES.nothingUnderstood, 'No file is in it.', { file: name });
  const unpacked: ArchiveFile[] = [];
  for (const { location, bytes } of files) {
    const target = join(folder, `file-${String(unpacked.length)}`);
    await writeFile(target, bytes, { mode: 0o600 });
    unpacked.push({ name: location, path: target });
  }
  return unpacked;
}

/** Not folders, not what is hidden, not what macOS adds, not what was rejected before. */
function isWanted(entry: string): boolean {
  return !/(?:\/|\.rejects\.ndjson)$|(?:^|\/)(?:__MACOSX\/|\.(?!\.?\/))/u.test(entry);
}

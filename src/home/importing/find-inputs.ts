import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { append } from '../../text/index.ts';

/**
 * Files to import: what is named itself, whatever it is, and of folders every file that is not hidden, in the order of their paths. Links
 * within folders are not followed.
 */
export async function findInputs(places: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const place of places) append(found, (await filesIn(place)) ?? [place]);
  return found;
}

async function filesIn(folder: string): Promise<readonly string[] | undefined> {
  if ((await stat(folder).catch(() => undefined))?.isDirectory() !== true) return undefined;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.rejects.ndjson'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .toSorted();
}

import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { refusal } from './issues.ts';
import { systemReason } from '../text/index.ts';

/**
 * Paths of the files of a folder and of those in it, in their order. Links are not followed, nor is what is hidden looked at: repositories
 * keep themselves there.
 *
 * @throws FoeprintError A403 where it cannot be looked into
 */
export async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    throw refusal('not-readable', `\`${folder}\` cannot be looked into (${systemReason(error)}).`, {
      file: folder,
    });
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isHidden(relative(folder, path)))
    .toSorted();
}

/** Whether a path, or a folder on its way, starts with a dot. */
function isHidden(path: string): boolean {
  return path.split(sep).some((part) => part.startsWith('.'));
}

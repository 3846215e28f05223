import { statSync, type Stats } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * The nearest file or folder of a name, in a folder or above it, as git finds its own: as far as the root or the border of a file
 * system. Above the folder itself only what is the user's counts, since anybody may put something into `/tmp`.
 *
 * @returns its path from the folder: `../.foeprint`
 */
export function foundAbove(name: string, kind: 'file' | 'folder', from: string): string | undefined {
  const start = resolve(from);
  const device = stateOf(start)?.dev;
  const lookIn = (folder: string): string | undefined => {
    if (device === undefined || stateOf(folder)?.dev !== device) return undefined;
    const found = join(folder, name);
    const state = stateOf(found);
    const isMeant = kind === 'file' ? state?.isFile() : state?.isDirectory();
    if (isMeant === true && (folder === start || isOwn(state))) return relative(start, found);
    return folder === dirname(folder) ? undefined : lookIn(dirname(folder));
  };
  return lookIn(start);
}

function stateOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    // No folder that may be looked into.
    return undefined;
  }
}

/** Windows names no owners. */
function isOwn(state: Stats | undefined): boolean {
  return process.getuid === undefined || state?.uid === process.getuid();
}

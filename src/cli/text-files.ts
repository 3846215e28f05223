import { isUtf8 } from 'node:buffer';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { readFileBytes, silent } from '../acquisition/index.ts';
import type { Limits } from '../acquisition/index.ts';
import { issueOf } from '../facts/index.ts';
import type { Issue } from '../facts/index.ts';
import { CLI_ISSUES } from './issues.ts';

/** A file of text, found by its own name or in a folder. */
export interface TextFile {
  /** Where it is. */
  readonly path: string;
  /** What to call it: its path from the folder that was named, with that folder's name. */
  readonly name: string;
  readonly text: string;
}

/** Endings of the files that are taken from a folder; a file named itself may have any. */
const ENDINGS = /\.(?:json|ya?ml|csv|tsv|txt)$/iu;

/**
 * Reads files of text, those of folders in order of their names. Links within folders are not followed. What is not UTF-8 is left out,
 * with an issue.
 *
 * @throws FoeprintError A4xx where one cannot be read
 */
export async function readTextFiles(
  given: readonly string[],
  limits: Limits,
): Promise<{ readonly files: readonly TextFile[]; readonly issues: readonly Issue[] }> {
  const files: TextFile[] = [];
  const issues: Issue[] = [];
  for (const location of given) {
    for (const path of await pathsAt(location)) {
      const bytes = await readFileBytes(path, limits, silent);
      const name = path === location ? basename(path) : join(basename(location), relative(location, path));
      if (isUtf8(bytes)) files.push({ path, name, text: bytes.toString('utf8') });
      else issues.push(issueOf(CLI_ISSUES.notUtf8, `“${path}” is not UTF-8.`, { file: path }));
    }
  }
  return { files, issues };
}

async function pathsAt(location: string): Promise<readonly string[]> {
  const state = await stat(location).catch(() => undefined);
  if (state?.isDirectory() !== true) return [location];
  const entries = await readdir(location, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ENDINGS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

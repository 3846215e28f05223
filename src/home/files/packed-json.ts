import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type * as z from 'zod/mini';
import { compareText, parsedJson, systemReason } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import { reasonOf } from '../reason-of.ts';

const compress = promisify(gzip);
const uncompress = promisify(gunzip);

/** The file of a folder that holds what has an id, a SHA-256. */
export function packedPath(folder: string, id: string): string {
  return join(folder, `${id}.json.gz`);
}

/** The files of a folder that {@link packedPath} names, in order; none where the folder is not there. @throws FoeprintError H511 */
export async function packedPaths(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (reasonOf(error) === 'ENOENT') return [];
    throw refusal('home-not-writable', `\`${folder}\` cannot be looked into (${systemReason(error)}).`, {
      file: folder,
    });
  });
  return names
    .filter((name) => /^[\da-f]{64}\.json\.gz$/u.test(name))
    .toSorted(compareText)
    .map((name) => join(folder, name));
}

/**
 * Reads what {@link writePacked} wrote; undefined where nothing is there, or not what was written.
 *
 * @param largest bytes that it may have unpacked
 */
export async function readPacked<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  largest: number,
): Promise<z.output<Schema> | undefined> {
  const packed = await readFile(path).catch(() => undefined);
  if (packed === undefined) return undefined;
  const bytes = await uncompress(packed, { maxOutputLength: largest }).catch(() => undefined);
  const { success, data } = schema.safeParse(parsedJson(bytes?.toString('utf8') ?? ''));
  return success ? data : undefined;
}

/**
 * Writes a value as JSON, compressed: all of it or nothing.
 *
 * @param before is called with what will be written, before it is
 * @throws FoeprintError H511
 */
export async function writePacked(
  path: string,
  value: unknown,
  before?: (path: string, bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const bytes = await compress(JSON.stringify(value));
  await before?.(path, bytes);
  await writeAtomically(path, bytes);
}

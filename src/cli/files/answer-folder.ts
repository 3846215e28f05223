import { createHash } from 'node:crypto';
import { lstat, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorOf } from '../../facts/index.ts';
import { makeFolder } from '../../home/index.ts';
import { count, systemReason } from '../../text/index.ts';
import { CLI_ISSUES } from '../issues.ts';
import { FOR_ALL, writeAnswer } from './answer-file.ts';

interface FileToWrite {
  readonly path: string;
  readonly text: string;
}

/** Lists what was written, in the form of `sha256sum`, so that a later run knows its own files from those of others. */
const LIST = 'SHA256SUMS';

/**
 * Writes an answer of several files into a folder, and takes away those of an earlier answer that this one does
 * not have. Files that were there before, or were changed since, are left alone: where one is in the way nothing is written, unless
 * that is forced.
 *
 * @param files paths as `AnswerFile` has them
 * @throws FoeprintError C737, C738, C701
 */
export async function writeFolder(
  folder: string,
  files: readonly FileToWrite[],
  isForced: boolean,
): Promise<void> {
  const state = await stat(folder).catch(() => undefined);
  if (state?.isDirectory() === false) throw noFolder(folder, 'it is none');
  const now = new Map(files.map(({ path, text }) => [safePath(path), checksum(text)]));
  for (const path of [LIST, ...now.keys()]) await refuseLinks(folder, path);
  const before = await listed(join(folder, LIST));
  if (!isForced) await refuseOverwriting(folder, now, before);
  try {
    await makeFolder(folder, FOR_ALL);
    // The list first: whatever a crash leaves behind is known by it.
    await writeAnswer(join(folder, LIST), listText([...before, ...now]));
    for (const { path, text } of files) {
      await makeFolder(dirname(join(folder, path)), FOR_ALL);
      await writeAnswer(join(folder, path), text);
    }
    for (const [path, sum] of before) if (!now.has(path)) await removeOwn(folder, path, sum);
    await writeAnswer(join(folder, LIST), listText([...now]));
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) throw noFolder(folder, systemReason(error));
    throw error;
  }
}

/** Whoever makes a path sees to it that it stays in the folder; a path that does not is a fault of ours. */
function safePath(path: string): string {
  if (isSafe(path)) return path;
  throw new TypeError(`${JSON.stringify(path)} is no path below a folder`);
}

function isSafe(path: string): boolean {
  return path !== LIST && /^[\w-][\w.-]{0,199}(?:\/[\w-][\w.-]{0,199}){0,9}$/u.test(path);
}

function checksum(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function listText(sums: readonly (readonly [string, string])[]): string {
  return sums.map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** path and checksum of what was written before; a path may stand there twice after a crash. What else the list says is passed over. */
async function listed(file: string): Promise<readonly (readonly [string, string])[]> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [, sum = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    return isSafe(path) ? [[path, sum] as const] : [];
  });
}

/** A link within the folder would lead out of it; the folder itself may be one, as whoever names it knows. */
async function refuseLinks(folder: string, path: string): Promise<void> {
  const parts = path.split('/');
  for (const [depth] of parts.entries()) {
    const place = join(folder, parts.slice(0, depth + 1).join('/'));
    const state = await lstat(place).catch(() => undefined);
    if (state === undefined) return;
    if (state.isSymbolicLink()) throw noFolder(folder, `“${place}” is a link`);
    if (state.isDirectory() !== depth < parts.length - 1)
      throw noFolder(folder, `“${place}” is ${state.isDirectory() ? 'a folder' : 'no folder'}`);
  }
}

async function refuseOverwriting(
  folder: string,
  now: ReadonlyMap<string, string>,
  before: readonly (readonly [string, string])[],
): Promise<void> {
  const inTheWay: string[] = [];
  for (const [path, sum] of now) {
    const found = await sumOf(join(folder, path));
    const isOwn = found === sum || before.some(([each, known]) => each === path && known === found);
    if (found !== undefined && !isOwn) inTheWay.push(path);
  }
  const [first, ...others] = inTheWay;
  if (first === undefined) return;
  const more = others.length === 0 ? '' : `, and ${count(others.length, 'other file')},`;
  const file = join(folder, first);
  throw errorOf(CLI_ISSUES.folderHolds, `“${file}”${more} would be written over.`, { file });
}

async function sumOf(file: string): Promise<string | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? undefined : checksum(bytes);
}

async function removeOwn(folder: string, path: string, sum: string): Promise<void> {
  await refuseLinks(folder, path);
  if ((await sumOf(join(folder, path))) === sum) await rm(join(folder, path));
}

function noFolder(folder: string, reason: string): Error {
  return errorOf(CLI_ISSUES.noFolder, `“${folder}” cannot hold the answer: ${reason}.`, { file: folder });
}

import { existsSync } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Source } from '../../facts/index.ts';
import { moveBack, withCopies, type CopyFolders } from './forgotten-copies.ts';
import { ifWritable } from '../locking/if-writable.ts';
import { bytesPath, describeCopy, descriptionPath, type KeptCopy } from './kept-copies.ts';
import type { Patience } from '../locking/lock.ts';
import { noteChanges } from '../journal/recording.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

/** A copy to keep, and its bytes. */
export interface CopyToKeep {
  readonly copy: KeptCopy;
  readonly packed: Uint8Array;
}

/**
 * Stores something, and keeps copies of what is stored. The bytes come before, so that nothing is stored of which no copy can be kept;
 * the descriptions, which make copies of them, come after. What a killed process left half done is set right first.
 *
 * @param stored the sources that are stored already
 * @returns what `store` does; should a copy not be described after that, the next to store something sees to it
 * @throws FoeprintError H511 or H512; nothing is stored then
 */
export async function storeWithCopies<Result>(
  folders: CopyFolders,
  copies: readonly CopyToKeep[],
  stored: readonly Source[],
  store: () => Result,
): Promise<Result> {
  const { sources } = folders;
  return await withCopies(
    folders,
    async () => {
      await repairCopies(folders, stored);
      const made: string[] = [];
      try {
        for (const { copy, packed } of copies) {
          const path = bytesPath(sources, copy.sha256);
          if (existsSync(path)) continue;
          made.push(path);
          await writeAtomically(path, packed);
        }
      } catch (error) {
        await removeAll(made);
        throw error;
      }
      await noteChanges(
        copies.map(({ copy: { sha256, loadedAt } }) => ({ kind: 'load', sha256, loadedAt, isIn: true })),
      );
      const result = await storeOr(store, () => removeAll(made));
      for (const { copy } of copies) {
        // What is stored again after something took its place is rebuilt after that, too.
        const isStored = stored.some(({ sha256 }) => sha256 === copy.sha256);
        await ifWritable((isStored ? describe : describeCopy)(sources, copy));
      }
      return result;
    },
    WHILE_OTHERS_STORE,
  );
}

/** Others may wait for the knowledge base while they hold the lock: longer than it makes them wait, in milliseconds. */
const WHILE_OTHERS_STORE: Patience = { interval: 50, longest: 120_000 };

async function storeOr<Result>(store: () => Result, undo: () => Promise<void>): Promise<Result> {
  try {
    return store();
  } catch (error) {
    await undo();
    throw error;
  }
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true }).catch(() => undefined);
}

async function describe(folder: string, copy: KeptCopy): Promise<void> {
  if (!existsSync(descriptionPath(folder, copy.sha256))) await describeCopy(folder, copy);
}

/** Sets right what killed processes left: stored sources whose copy was not yet described, or moved aside; bytes of what was never stored. */
async function repairCopies({ sources, forgotten }: CopyFolders, stored: readonly Source[]): Promise<void> {
  const names = new Set(await readdir(sources).catch((): string[] => []));
  for (const source of stored) {
    const { sha256 } = source;
    if (names.has(`${sha256}.source.json`) && names.has(`${sha256}.json.gz`)) continue;
    await ifWritable(moveBack(sources, forgotten, sha256));
    if (existsSync(bytesPath(sources, sha256))) await ifWritable(describe(sources, copyOfSource(source)));
  }
  const known = new Set(stored.map(({ sha256 }) => sha256));
  for (const name of names) {
    const sha256 = BYTES.exec(name)?.[1] ?? '';
    const isDescribed = [sources, forgotten].some((folder) => existsSync(descriptionPath(folder, sha256)));
    if (sha256 === '' || known.has(sha256) || isDescribed) continue;
    if (await isAbandoned(join(sources, name)))
      await rm(join(sources, name), { force: true }).catch(() => undefined);
  }
}

const BYTES = /^([0-9a-f]{64})\.json\.gz$/u;

/** What is stored may have been looked up before somebody else stored more, but not so long before, in milliseconds. */
const LONGEST_UNSEEN = 86_400_000;

async function isAbandoned(path: string): Promise<boolean> {
  const written = (await stat(path).catch(() => undefined))?.mtimeMs;
  return written !== undefined && Date.now() - written > LONGEST_UNSEEN;
}

/** What a source says of itself as stored overrides nothing where its bytes say the same; what a collection is called they do not say. */
function copyOfSource(source: Source): KeptCopy {
  const { sha256, bytes, location, loadedAt, kind, release, series, level, name } = source;
  const copy = { sha256, bytes, location, loadedAt, kind, release };
  const isCollection = series === undefined && level === undefined && name.startsWith(COLLECTION);
  return isCollection ? { ...copy, collection: name } : copy;
}

/** How names of collections of servers begin. */
const COLLECTION = 'taxii:';

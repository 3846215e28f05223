import { readFile } from 'node:fs/promises';
import type { Validators } from '../../acquisition/index.ts';
import { withLock } from '../locking/lock.ts';
import { isMapping } from '../../text/index.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

/** What is remembered of a location that was fetched: which version it had, and what it held. */
export interface FetchMemory {
  readonly validators: Validators;
  /** Checksums of the documents it gave. */
  readonly sha256: readonly string[];
}

/** What is remembered of a location; undefined if nothing, or nothing legible. */
export async function recallFetch(path: string, location: string): Promise<FetchMemory | undefined> {
  const memory = (await readAll(path))[location];
  if (!isMapping(memory) || !isMapping(memory['validators']) || !Array.isArray(memory['sha256']))
    return undefined;
  const { etag, lastModified } = memory['validators'];
  const validators = {
    ...(typeof etag === 'string' ? { etag } : {}),
    ...(typeof lastModified === 'string' ? { lastModified } : {}),
  };
  return { validators, sha256: memory['sha256'].filter((sum) => typeof sum === 'string') };
}

/** Remembers a fetch; locations are kept in order, so that the file's bytes depend on its content alone. */
export async function rememberFetch(path: string, location: string, memory: FetchMemory): Promise<void> {
  await withLock(path, async () => {
    const all = { ...(await readAll(path)), [location]: memory };
    const sorted = Object.fromEntries(Object.entries(all).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    await writeAtomically(path, `${JSON.stringify(sorted, null, 2)}\n`);
  });
}

// A lost or broken memory costs a download, nothing else.
async function readAll(path: string): Promise<Readonly<Record<string, unknown>>> {
  const parsed: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  return isMapping(parsed) ? parsed : {};
}

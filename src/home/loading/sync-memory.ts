import { readFile } from 'node:fs/promises';
import { withLock } from '../locking/lock.ts';
import { isMapping } from '../../text/index.ts';
import { writeAtomically } from '../locking/write-atomically.ts';

/** When each source was last asked for, ISO 8601 UTC, by its name. A lost or broken memory makes everything due. */
export async function recallSyncs(path: string): Promise<ReadonlyMap<string, string>> {
  const parsed: unknown = await readFile(path, 'utf8')
    .then(JSON.parse)
    .catch(() => undefined);
  const entries = isMapping(parsed) ? Object.entries(parsed) : [];
  return new Map(entries.flatMap(([name, at]) => (typeof at === 'string' ? [[name, at] as const] : [])));
}

/** Remembers that a source was asked for. */
export async function rememberSync(path: string, name: string, at: string): Promise<void> {
  await withLock(path, async () => {
    const all = new Map([...(await recallSyncs(path)), [name, at]]);
    const sorted = [...all].toSorted(([one], [other]) => (one < other ? -1 : 1));
    await writeAtomically(path, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
  });
}

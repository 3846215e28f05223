import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { daysLater } from '../../text/index.ts';
import type { JournalEntry } from './journal.ts';
import { actsOn } from './change-kinds.ts';

/** How much is kept to undo what was done. Whichever comes first counts. */
export interface UndoLimits {
  /** The newest so many entries of the journal can be undone. */
  readonly entries: number;
  /** Not older than so many days. */
  readonly days: number;
  /** What is kept for them is not larger, in bytes. */
  readonly keptBytes: number;
}

/** Files that are kept to undo changes, by their names. */
export type KeptFiles = ReadonlyMap<string, { readonly bytes: number; readonly writtenAt: number }>;

/** What is kept in a folder; nothing where there is none. */
export async function keptFiles(folder: string): Promise<KeptFiles> {
  const names = await readdir(folder).catch((): string[] => []);
  const files = await Promise.all(
    names.map(async (name) => [name, await stat(join(folder, name)).catch(() => undefined)] as const),
  );
  return new Map(
    files.flatMap(([name, file]) =>
      file === undefined ? [] : [[name, { bytes: file.size, writtenAt: file.mtimeMs }]],
    ),
  );
}

/**
 * The newest entry that can no longer be undone, by its number; 0 where all can.
 *
 * @param entries the oldest first
 * @param now ISO 8601 UTC
 */
export function newestExpired(
  entries: readonly JournalEntry[],
  files: KeptFiles,
  { entries: most, days, keptBytes }: UndoLimits,
  now: string,
): number {
  const counted = new Set<string>();
  let [number, bytes] = [0, 0];
  for (const entry of entries.toReversed()) {
    if (entry.how !== 'under way' && entry.made.length === 0) continue;
    number += 1;
    for (const name of namesFor([entry]))
      if (!counted.has(name)) {
        counted.add(name);
        bytes += files.get(name)?.bytes ?? 0;
      }
    const isOld = entry.at.slice(0, 10) < daysLater(now.slice(0, 10), -days);
    if (number > most || bytes > keptBytes || isOld) return entry.number;
  }
  return 0;
}

/** Removes what is kept for no entry that can be undone. For whoever holds the lock of the journal. */
export async function removeExpired(
  folder: string,
  files: KeptFiles,
  entries: readonly JournalEntry[],
): Promise<void> {
  const needed = namesFor(entries.filter(({ isExpired }) => !isExpired));
  for (const [name, { writtenAt }] of files)
    if (!needed.has(name) && Date.now() - writtenAt > NOT_YET_NOTED)
      await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** What somebody keeps is in the journal a moment later, in milliseconds at most. */
const NOT_YET_NOTED = 3_600_000;

/** Names of files that entries are undone from. */
function namesFor(entries: readonly JournalEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(({ changes }) => changes.flatMap((change) => actsOn(change).kept)));
}

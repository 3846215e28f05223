import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { silent, type Progress } from '../../acquisition/index.ts';
import { FoeprintError, type Source } from '../../facts/index.ts';
import type { IngestReport } from '../../knowledge/index.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { listCopies } from './kept-copies.ts';
import { withLock } from '../locking/lock.ts';
import { makeFolder } from '../locking/make-folder.ts';
import { reasonOf } from '../reason-of.ts';
import { rebuildFrom } from './rebuild.ts';

/** Files of which SQLite makes a database: what was written last may still lie beside it. */
const DATABASE_FILES = ['', '-wal', '-shm'];

/**
 * Makes the knowledge base anew from the copies kept of everything that was loaded, and puts it in the place of what is there: after
 * an update that reads more than before, or where the file is damaged. The old one is given up only once the new one is whole.
 *
 * @param force give up sources of which no copy is kept. Default false.
 * @throws FoeprintError H531 where no copy is kept, H532 where some source has none, H521 at a damaged copy, H511 where the home
 * cannot be written; then everything is as it was
 */
export async function rebuildHome(
  home: Home,
  { force = false }: { readonly force?: boolean } = {},
  progress: Progress = silent,
): Promise<readonly IngestReport[]> {
  const { folder, database, sources } = home.paths;
  const copies = await listCopies(sources);
  if (copies.length === 0)
    throw refusal('nothing-kept', 'The home has no copy of anything.', { file: sources });
  const kept = new Set(copies.map(({ sha256 }) => sha256));
  const lost = (await sourcesIn(home)).filter(({ sha256 }) => !kept.has(sha256));
  if (lost.length > 0 && !force)
    throw refusal('not-kept', `No copy is kept of ${lost.map(({ name }) => name).join(', ')}.`, {
      file: sources,
    });
  await home.close();
  const place = join(folder, `rebuilding.${randomUUID()}.tmp`);
  return await withLock(sources, async () => {
    try {
      await makeFolder(place);
      const made = join(place, 'knowledge.db');
      const { openSqliteKnowledgeBase } = await import('../../knowledge/sqlite/index.ts');
      const knowledge = openSqliteKnowledgeBase(made);
      const reports = await rebuildFrom(sources, knowledge, progress).finally(() => knowledge.close());
      // A log that belongs to the old file must not lie beside the new one.
      for (const part of DATABASE_FILES) await moveIfThere(database + part, join(place, `before.db${part}`));
      await rename(made, database);
      return reports;
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
}

/** The sources of the knowledge base as it is; none where it cannot be read, which is what a rebuild is for. */
async function sourcesIn(home: Home): Promise<readonly Source[]> {
  try {
    return home.isEmpty ? [] : (await home.knowledgeBase()).sources();
  } catch (error) {
    if (error instanceof FoeprintError) return [];
    throw error;
  }
}

async function moveIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if (reasonOf(error) !== 'ENOENT') throw error;
  });
}

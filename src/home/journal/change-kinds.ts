import { readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { forgetLoad, takeLoadBack } from '../copies/forget-source.ts';
import type { Home } from '../home.ts';
import { refusal } from '../issues.ts';
import { withFolderLock, withLock } from '../locking/lock.ts';
import { writeAtomically } from '../locking/write-atomically.ts';
import { decisionsOn, changeDecisions } from '../reports/report-store.ts';
import { keepAside, namesAside, storeAgain } from '../sightings/batches-aside.ts';
import type { Change, ChangeOf } from './change.ts';
import { contentDigest, keptPath } from './content-digest.ts';
import { noteFile } from './recording.ts';
import { defined } from '../../text/index.ts';
import { reportSeries } from '../../threat/index.ts';

/** What can be found out about a change, and done with it. */
interface ChangeKind<Kind extends Change['kind']> {
  /** Whether all is kept that brings back what was before. */
  readonly isReversible: (change: ChangeOf<Kind>) => boolean;
  /** Names of files in the folder for what undoes changes, from which what was before is brought back. */
  readonly kept: (change: ChangeOf<Kind>) => readonly string[];
  /** Whether the home is as it is once the change was made. */
  readonly isMade: (home: Home, change: ChangeOf<Kind>) => Promise<boolean>;
  /** The change that undoes it. */
  readonly reversed: (change: ChangeOf<Kind>) => ChangeOf<Kind>;
  /**
   * Makes the change that undoes it.
   *
   * @throws FoeprintError H603 where what it changed was changed since, H602 where what was before is not kept any more
   */
  readonly reverse: (home: Home, change: ChangeOf<Kind>) => Promise<void>;
}

const load: ChangeKind<'load'> = {
  isReversible: ({ isPurged }) => isPurged !== true,
  kept: () => [],
  isMade: async (home, { sha256, loadedAt, isIn }) => {
    const loads = home.isEmpty ? [] : (await home.knowledgeBase()).loads();
    return loads.some((each) => each.sha256 === sha256 && each.loadedAt === loadedAt) === isIn;
  },
  reversed: ({ isIn, ...rest }) => ({ ...rest, isIn: !isIn }),
  reverse: async (home, change) => {
    await (change.isIn ? forgetLoad : takeLoadBack)(home, change);
  },
};

const file: ChangeKind<'file'> = {
  isReversible: ({ isPurged }) => isPurged !== true,
  kept: ({ before }) => (before === null ? [] : [before]),
  isMade: async ({ paths }, { path, after }) => {
    const held = await readFile(join(paths.folder, path)).catch(() => undefined);
    return ((await contentDigest(held, path)) ?? null) === after;
  },
  reversed: ({ before, after, ...rest }) => ({ ...rest, before: after, after: before }),
  reverse: async (home, change) => {
    const { folder, undo } = home.paths;
    const path = join(folder, change.path);
    const alone = change.path.includes('/')
      ? async (work: () => Promise<void>) => await withFolderLock(dirname(path), work)
      : async (work: () => Promise<void>) => await withLock(path, work);
    const before =
      change.before === null ? undefined : await readFile(keptPath(undo, change.before)).catch(gone);
    await alone(async () => {
      if (!(await file.isMade(home, change))) throw changedSince(change.path);
      if (before === undefined) await refuseLoaded(home, change.path);
      await noteFile(path, before, defined({ level: change.level }));
      if (before === undefined) await rm(path, { force: true });
      else await writeAtomically(path, before);
    });
  },
};

function gone(): never {
  throw refusal('not-undoable', 'What a file held before is not kept any more.');
}

function changedSince(what: string): Error {
  return refusal('changed-since', `\`${what}\` was changed since.`);
}

/** A report does not go while facts of it are loaded. */
async function refuseLoaded(home: Home, path: string): Promise<void> {
  const id = /^reports\/([\da-f]{64})\.json\.gz$/u.exec(path)?.[1];
  const sources = id === undefined || home.isEmpty ? [] : (await home.knowledgeBase()).sources();
  if (id !== undefined && sources.some(({ series }) => series === reportSeries(id)))
    throw refusal('changed-since', 'Facts of the report were loaded since.');
}

const decisions: ChangeKind<'decisions'> = {
  isReversible: () => true,
  kept: () => [],
  isMade: async ({ paths }, { report, added, removed }) => {
    const kept = (await decisionsOn(paths.reports, report)) ?? [];
    const has = (decision: unknown): boolean => kept.some((each) => isDeepStrictEqual(each, decision));
    return added.every(has) && !removed.some(({ decision }) => has(decision));
  },
  reversed: ({ added, removed, ...rest }) => ({
    ...rest,
    added: removed.map(({ decision }) => decision),
    // Where among the others they stand is found when they are taken out again.
    removed: added.map((decision) => ({ at: Number.MAX_SAFE_INTEGER, decision })),
  }),
  reverse: async ({ paths }, change) => {
    await changeDecisions(paths.reports, change.report, (known) => {
      const removed = change.added.map((decision) => ({
        at: known.findLastIndex((each) => isDeepStrictEqual(each, decision)),
        decision,
      }));
      if (removed.some(({ at }) => at === -1)) throw changedSince('decisions of a report');
      return { added: change.removed, removed };
    });
  },
};

const batch: ChangeKind<'batch'> = {
  isReversible: ({ isIn, isPurged, isElsewhere }) => isIn || (isPurged ?? isElsewhere) !== true,
  kept: ({ id, isIn }) => (isIn ? [] : namesAside(id)),
  isMade: async (home, { store, id, isIn }) =>
    (await (await home.sightings(store)).anew().batches()).some((each) => each.id === id) === isIn,
  reversed: ({ isIn, ...rest }) => ({ ...rest, isIn: !isIn }),
  reverse: async (home, { store, id, isIn }) => {
    const sightings = (await home.sightings(store)).anew();
    const found = (await sightings.batches()).find((each) => each.id === id);
    if ((found !== undefined) !== isIn) throw changedSince(`batch ${id.slice(0, 8)}`);
    if (found === undefined) {
      if (!(await storeAgain(sightings, id, home.paths.undo))) gone();
      return;
    }
    await keepAside(sightings, found, home.paths.undo);
    await sightings.remove([id]);
  },
};

const CHANGE_KINDS: { readonly [Kind in Change['kind']]: ChangeKind<Kind> } = {
  load,
  file,
  decisions,
  batch,
};

/** What can be found out about one change, and done with it; see {@link ChangeKind}. */
interface Acts {
  readonly isReversible: boolean;
  readonly kept: readonly string[];
  readonly isMade: (home: Home) => Promise<boolean>;
  readonly reversed: () => Change;
  readonly reverse: (home: Home) => Promise<void>;
}

/** The row of a change's kind, for the change. */
export function actsOn<Kind extends Change['kind']>(change: ChangeOf<Kind>): Acts {
  const kind: ChangeKind<Kind> = CHANGE_KINDS[change.kind];
  return {
    isReversible: kind.isReversible(change),
    kept: kind.kept(change),
    isMade: async (home) => await kind.isMade(home, change),
    reversed: () => kind.reversed(change),
    reverse: async (home) => await kind.reverse(home, change),
  };
}

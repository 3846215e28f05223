import { existsSync } from 'node:fs';
import { link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refusal } from '../issues.ts';
import { holderIn, isGone, ownHolder, type Holder } from './lock-holder.ts';
import { makeFolder, OWNER_ONLY } from './make-folder.ts';
import { reasonOf } from '../reason-of.ts';
import { systemReason } from '../../text/index.ts';

/** How often to look whether a lock is free, and when to give up, in milliseconds. */
export interface Patience {
  readonly interval: number;
  readonly longest: number;
}

const PATIENT: Patience = { interval: 50, longest: 60_000 };

/** How often a holder shows that it is alive, in milliseconds. */
const SIGN_OF_LIFE = 5000;

/**
 * Does some work while no other process does the same. The lock is a file `path.lock` that says who holds it; it appears with its
 * content, and one whose holder is gone is taken over. Whoever holds it first removes what killed writers of the path left beside it.
 *
 * Should two processes take over the same lock at the same moment, both work: writes are atomic and of
 * the same content, so that only effort is lost.
 *
 * @throws FoeprintError H512 where the lock does not come free in time, H511 where it cannot be written
 */
export async function withLock<Result>(
  path: string,
  work: () => Promise<Result>,
  patience: Patience = PATIENT,
): Promise<Result> {
  const lock = `${path}.lock`;
  await acquireLock(lock, patience);
  const alive = setInterval(() => void showLife(lock), SIGN_OF_LIFE).unref();
  try {
    await sweepFolder(dirname(path), (name) => name.startsWith(`${basename(path)}.`));
    return await work();
  } finally {
    clearInterval(alive);
    // A lock that cannot be removed is taken over by whoever is next; the work is done.
    await rm(lock, { force: true }).catch(() => undefined);
  }
}

/** Does some work while no other process writes into a folder, all of whose temporary files are made by whoever holds its lock; see {@link withLock}. */
export async function withFolderLock<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  return await withLock(join(folder, basename(folder)), async () => {
    await sweepFolder(folder, () => true);
    return await work();
  });
}

async function acquireLock(lock: string, patience: Patience): Promise<void> {
  for (let waited = 0; !(await tryLock(lock)); waited += patience.interval) {
    const seen = await lookAt(lock);
    if (seen === undefined) continue;
    if (isGone(seen)) await takeAway(lock, seen.text);
    else if (waited >= patience.longest) throw busy(lock, seen);
    else await wait(patience.interval);
  }
}

async function tryLock(lock: string): Promise<boolean> {
  if (existsSync(lock)) return false;
  const made = `${lock}.${crypto.randomUUID()}.tmp`;
  try {
    await makeFolder(dirname(lock));
    await writeFile(made, await ownHolder(), { flag: 'wx', mode: OWNER_ONLY.file });
    return await linkTo(made, lock);
  } catch (error) {
    throw refusal('home-not-writable', `\`${lock}\` cannot be written (${systemReason(error)}).`, {
      file: lock,
    });
  } finally {
    await rm(made, { force: true }).catch(() => undefined);
  }
}

/** Gives the file a second name, unless somebody has it. */
async function linkTo(made: string, lock: string): Promise<boolean> {
  try {
    await link(made, lock);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    if (!WITHOUT_LINKS.has(reasonOf(error))) throw error;
    return await copyTo(made, lock);
  }
}

/** What file systems say that know no second names. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

async function copyTo(made: string, lock: string): Promise<boolean> {
  try {
    await writeFile(lock, await readFile(made), { flag: 'wx', mode: OWNER_ONLY.file });
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** What a lock says; undefined where it is free by now. */
async function lookAt(lock: string): Promise<Holder | undefined> {
  try {
    const [text, { mtimeMs }] = [await readFile(lock, 'utf8'), await stat(lock)];
    return await holderIn(text, mtimeMs);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw refusal('home-not-writable', `\`${lock}\` cannot be read (${systemReason(error)}).`, {
      file: lock,
    });
  }
}

/** Removes a lock, unless it is another one by now. */
async function takeAway(lock: string, text: string): Promise<void> {
  const aside = `${lock}.${crypto.randomUUID()}.tmp`;
  const isMoved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (!isMoved) return;
  if ((await readFile(aside, 'utf8').catch(() => text)) !== text)
    await linkTo(aside, lock).catch(() => false);
  await rm(aside, { force: true });
}

async function showLife(lock: string): Promise<void> {
  const now = new Date();
  await utimes(lock, now, now).catch(() => undefined);
}

/**
 * Removes temporary files of a folder that nobody writes any more, and locks that nobody holds. For whoever holds the lock of what is
 * written there.
 */
export async function sweepFolder(folder: string, isMeant: (name: string) => boolean): Promise<void> {
  const names = (await readdir(folder).catch((): string[] => [])).filter(isMeant);
  for (const name of names)
    if (await isLeft(join(folder, name)))
      await rm(join(folder, name), { force: true }).catch(() => undefined);
}

async function isLeft(path: string): Promise<boolean> {
  if (!TEMPORARY.test(path)) return false;
  // What is to become a lock is made by whoever waits for it.
  if (!path.includes('.lock.')) return true;
  const changed = (await stat(path).catch(() => undefined))?.mtimeMs;
  return changed !== undefined && Date.now() - changed > LEFT_FOR_GOOD;
}

const TEMPORARY = /\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.tmp$/u;

/** How long nobody takes to make a lock, in milliseconds. */
const LEFT_FOR_GOOD = 60_000;

function busy(lock: string, { process: id, host }: Holder): Error {
  const who =
    id === undefined ? 'another process' : `process ${id}${host === undefined ? '' : ` on ${host}`}`;
  return refusal('home-busy', `\`${lock}\` is held by ${who}.`, { file: lock });
}

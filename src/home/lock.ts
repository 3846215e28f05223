import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { refusal } from './issues.ts';
import { reasonOf } from './write-atomically.ts';

/** How often to look whether a lock is free, and when to give up, in milliseconds. */
export interface Patience {
  readonly interval: number;
  readonly longest: number;
}

const PATIENT: Patience = { interval: 50, longest: 60_000 };

/**
 * Does some work while no other process does the same. The lock is a file `path.lock` with our process id;
 * one whose process is gone is taken over.
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
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function acquireLock(lock: string, patience: Patience): Promise<void> {
  for (let waited = 0; !(await tryLock(lock)); waited += patience.interval) {
    const holder = await holderOf(lock);
    if (holder !== undefined && !isRunning(holder)) await rm(lock, { force: true });
    else if (waited >= patience.longest) throw busy(lock, holder);
    else await wait(patience.interval);
  }
}

async function tryLock(lock: string): Promise<boolean> {
  try {
    await mkdir(dirname(lock), { recursive: true });
    await writeFile(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw refusal('home-not-writable', `\`${lock}\` cannot be written (${reasonOf(error)}).`, { file: lock });
  }
}

/** Process id in the lock; undefined while it is being written, or once it is gone. */
async function holderOf(lock: string): Promise<number | undefined> {
  const text = await readFile(lock, 'utf8').catch(() => '');
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return reasonOf(error) === 'EPERM';
  }
}

function busy(lock: string, holder: number | undefined): Error {
  const who = holder === undefined ? 'another process' : `process ${holder}`;
  return refusal('home-busy', `\`${lock}\` is held by ${who}.`, { file: lock });
}

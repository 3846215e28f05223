import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { defined } from '../../text/index.ts';
import { reasonOf } from '../reason-of.ts';

/** Who holds a lock, as the lock says. */
export interface Holder {
  /** All that the lock says. */
  readonly text: string;
  readonly process?: number;
  readonly host?: string;
  /** When the process started, in words of the system; absent where the system does not say. */
  readonly started?: string;
  /** When the process that has this id now started; absent where none has, or the system does not say. */
  readonly startedNow?: string;
  /** How long ago the holder last showed that it is alive, in milliseconds. */
  readonly silence: number;
}

/** Whoever has been silent for so long is gone, in milliseconds; holders show that they are alive far more often. */
const LONGEST_SILENCE = 60_000;

/** Grace for a lock that says nothing, in milliseconds: older versions made the file before they filled it. */
const GRACE = 2000;

/** What this process writes into its locks. */
export async function ownHolder(): Promise<string> {
  return [process.pid, hostname(), (await startOf(process.pid)) ?? ''].join('\n');
}

/** Reads a lock. */
export async function holderIn(text: string, changedAt: number): Promise<Holder> {
  const silence = Date.now() - changedAt;
  const [id = '', host = '', started = ''] = text.split('\n');
  if (!/^\d+$/u.test(id)) return { text, silence };
  const startedNow = await startOf(Number(id));
  const known = defined({ host: host || undefined, started: started || undefined, startedNow });
  return { text, silence, process: Number(id), ...known };
}

/** Whether nobody can hold a lock any more. */
export function isGone({ process: id, host, started, startedNow, silence }: Holder): boolean {
  if (id === undefined) return silence > GRACE;
  // Of a process on another machine only its silence is known.
  if (host !== undefined && host !== hostname()) return silence > LONGEST_SILENCE;
  if (!isRunning(id)) return true;
  // Its id may be another's by now; a lock without a start time is of an older version, or of a system that does not say.
  return started === undefined ? silence > LONGEST_SILENCE : started !== startedNow;
}

/** When a process of this machine started: the boot of the machine, and ticks since. Linux alone says it in a file. */
async function startOf(id: number): Promise<string | undefined> {
  try {
    const [boot, status] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${id}/stat`, 'utf8'),
    ]);
    // The second field is a name in parentheses, and may hold anything; the start is field 22.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    const [state = '', ticks] = [fields[0], fields[19]];
    // One that was killed keeps its id until its parent, or whoever stands in for it, takes notice.
    return ticks === undefined || DEAD.has(state) ? undefined : `${boot.trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}

/** States of processes that have ended: zombie, dead. */
const DEAD: ReadonlySet<string> = new Set(['Z', 'X']);

function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return reasonOf(error) === 'EPERM';
  }
}

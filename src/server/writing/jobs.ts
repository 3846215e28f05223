import { randomUUID } from 'node:crypto';
import type { ActedEnvelope } from '../../actions/index.ts';
import { isCleared } from '../../facts/index.ts';
import type { Caller } from '../http/caller.ts';

/** An action that is being done, or was. */
export interface Job {
  readonly id: string;
  readonly action: string;
  /** Whose it is: nobody else sees it. */
  readonly caller: Pick<Caller, 'name' | 'by' | 'clearance'>;
  readonly askedAt: string;
  state: 'waiting' | 'running' | 'done' | 'refused';
  /** What was done last, one line. */
  progress: string;
  answer?: ActedEnvelope;
  error?: unknown;
  /** When it has ended; it never fails. */
  ended: Promise<void>;
}

/** Jobs that have ended are kept so long, in milliseconds, for whoever asks what came of them. */
const KEPT = 3_600_000;
/** More than that are not kept. */
const MOST = 200;
/** Where so many have not ended, no more are begun: each holds what it was given, or files. */
const MOST_RUNNING = 100;

/** The jobs of a server, in memory: what they did is in the journal of the home. */
export class Jobs {
  readonly #jobs = new Map<string, Job>();
  readonly #watching = new Map<string, Set<() => void>>();

  /** Begins one. @param work is given what to call when it begins, and with every line of progress */
  begin(
    action: string,
    caller: Caller,
    work: (began: () => void, progress: (line: string) => void) => Promise<ActedEnvelope>,
  ): Job {
    const { name, by, clearance } = caller;
    const id = randomUUID();
    const job: Job = {
      id,
      action,
      caller: { name, by, clearance },
      askedAt: new Date().toISOString(),
      state: 'waiting',
      progress: '',
      ended: Promise.resolve(),
    };
    const set = (now: Partial<Job>): void => {
      Object.assign(job, now);
      for (const watcher of this.#watching.get(id) ?? []) watcher();
    };
    job.ended = work(
      () => set({ state: 'running' }),
      (progress) => set({ progress }),
    ).then(
      (answer) => set({ state: 'done', answer, progress: '' }),
      (error: unknown) => set({ state: 'refused', error, progress: '' }),
    );
    void job.ended.then(() => setTimeout(() => this.#jobs.delete(id), KEPT).unref());
    this.#jobs.set(id, job);
    this.#forgetOldest();
    return job;
  }

  /** The job of an id, for whoever asked for it and may still see as much; undefined for others. */
  of(id: string, { name, by, clearance }: Caller): Job | undefined {
    const job = this.#jobs.get(id);
    if (job?.caller.name !== name || !isCleared(job.caller.clearance, clearance)) return undefined;
    return (job.caller.by === 'local') === (by === 'local') ? job : undefined;
  }

  /** Calls somebody whenever something of a job changes. @returns what ends that */
  watch({ id }: Job, watcher: () => void): () => void {
    const watching = this.#watching.get(id) ?? new Set();
    this.#watching.set(id, watching.add(watcher));
    return () => {
      watching.delete(watcher);
      if (watching.size === 0) this.#watching.delete(id);
    };
  }

  /** Whether so many have not ended that no more are to be begun. */
  get isFull(): boolean {
    const undone = [...this.#jobs.values()].filter(({ state }) => state === 'waiting' || state === 'running');
    return undone.length >= MOST_RUNNING;
  }

  #forgetOldest(): void {
    if (this.#jobs.size <= MOST) return;
    const oldest = [...this.#jobs.values()].find(({ state }) => state === 'done' || state === 'refused');
    if (oldest !== undefined) this.#jobs.delete(oldest.id);
  }
}

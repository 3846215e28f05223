import { Worker } from 'node:worker_threads';
import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Act } from './assistant-call.ts';
import type { HomeChoice } from './home-version.ts';
import { errorAcross, refusedAcross } from './refused-across.ts';
import type { ActedForWorker, AskedOfWorker, SaidByWorker, Task } from './worker-messages.ts';

/** The longest that a task may take, in milliseconds: one that takes longer holds up others. */
const LONGEST = 120_000;

/** A task that somebody waits for. */
export interface Waiting {
  readonly task: Task;
  /** Does what the task changes. */
  readonly act: Act;
  readonly resolve: (said: SaidByWorker) => void;
  readonly reject: (error: unknown) => void;
}

/** Whom a thread says how it is. */
export interface ThreadOwner {
  /** It has done its task, and takes another. */
  readonly rests: () => void;
  /** It has ended, or is given up. */
  readonly isGone: (thread: AnsweringThread) => void;
}

/** A thread that does one task at a time: a task that takes too long is known by that, and takes no other with it. */
export class AnsweringThread {
  readonly #worker: Worker;
  readonly #owner: ThreadOwner;
  #at: Waiting | undefined;
  #number = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(choice: HomeChoice, owner: ThreadOwner) {
    this.#owner = owner;
    const file = new URL('./worker-thread.js', import.meta.url);
    this.#worker = new Worker(file, { workerData: choice });
    this.#worker.on('message', (said: SaidByWorker) => this.#take(said));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose(new Error('the thread that answers has ended')));
    this.#worker.unref();
  }

  get isBusy(): boolean {
    return this.#at !== undefined;
  }

  /** Gives it a task where it has none. */
  begin(waiting: Waiting): void {
    this.#at = waiting;
    this.#number += 1;
    this.#worker.ref();
    this.#say({ number: this.#number, task: waiting.task });
    this.#timer = setTimeout(() => this.#giveUp(), LONGEST);
  }

  /** Lets go of it, once it has done what it does. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#say('close');
    const late = setTimeout(() => void this.#worker.terminate(), 5000);
    await gone;
    clearTimeout(late);
  }

  #say(message: AskedOfWorker | ActedForWorker | 'close'): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    this.#worker.postMessage(message);
  }

  #take(said: SaidByWorker): void {
    const waiting = this.#at;
    if (waiting === undefined || said.number !== this.#number) return;
    if (said.act !== undefined) {
      void this.#act(waiting, said.number, said.act);
      return;
    }
    this.#done();
    if (said.refused === undefined && said.fault === undefined) waiting.resolve(said);
    else waiting.reject(errorAcross(said));
    this.#owner.rests();
  }

  async #act(
    { act }: Waiting,
    number: number,
    { action, name, given }: NonNullable<SaidByWorker['act']>,
  ): Promise<void> {
    try {
      this.#say({ number, action, acted: await act(name, given) });
    } catch (error) {
      this.#say({ number, action, ...refusedAcross(error) });
    }
  }

  #giveUp(): void {
    this.#lose(errorOf(SERVER_ISSUES.tookTooLong, `It took longer than ${String(LONGEST / 1000)} seconds.`));
    void this.#worker.terminate();
  }

  /** The task that it was at may be what ended it: that one fails, and no other. */
  #lose(error: unknown): void {
    const waiting = this.#at;
    this.#done();
    waiting?.reject(error);
    this.#owner.isGone(this);
  }

  #done(): void {
    clearTimeout(this.#timer);
    this.#at = undefined;
    this.#worker.unref();
  }
}

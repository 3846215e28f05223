import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Answers } from './answerer.ts';
import { AnsweringThread, type ThreadOwner, type Waiting } from './answering-thread.ts';
import type { HomeChoice } from './home-version.ts';
import type { SaidByWorker } from './worker-messages.ts';

/** Questions that may wait; more are sent away at once. */
const MOST_WAITING = 200;

/** Threads that answer at once: each holds the knowledge, and what rules derive from it, for itself. */
const MOST_THREADS = 2;

/** Where questions wait, and none was answered for so long, a second thread is started, in milliseconds. */
const PATIENCE = 1000;

/** A second thread that has had nothing to do for so long is let go of, in milliseconds: its memory is for the hour of need. */
const LONGEST_REST = 20_000;

/**
 * Has questions answered by another thread, one after the other, and by a second one while a long question would hold up others; what is
 * known to take long is answered by the second one from the start, whose memory goes with it. A thread that dies or takes too long is
 * replaced by a new one.
 */
export class WorkerAnswers implements Answers {
  readonly #choice: HomeChoice;
  readonly #threads: AnsweringThread[] = [];
  /** Those that no thread has yet, in order. */
  readonly #waiting: Waiting[] = [];
  #isClosed = false;
  #impatient: NodeJS.Timeout | undefined;
  #resting: NodeJS.Timeout | undefined;

  constructor(choice: HomeChoice) {
    this.#choice = choice;
  }

  /** Threads that there are now. */
  get threads(): number {
    return this.#threads.length;
  }

  /** Starts a thread before it is first asked, so that the first who asks need not wait for it. */
  start(): void {
    if (this.#threads.length === 0) this.#startOne();
  }

  answer: Answers['answer'] = async (question) => {
    const { answer } = await this.#ask({ question }, refuseToAct);
    if (answer !== undefined) return answer;
    throw new TypeError('a thread gave no answer');
  };

  converse: Answers['converse'] = async (assistant, act) => {
    const { reply } = await this.#ask({ assistant }, act);
    if (reply !== undefined) return reply;
    throw new TypeError('a thread gave no reply');
  };

  /** Lets go of the threads; whoever still waits is sent away. */
  close: Answers['close'] = async () => {
    this.#isClosed = true;
    clearTimeout(this.#impatient);
    clearTimeout(this.#resting);
    await Promise.all(this.#threads.map(async (thread) => await thread.close()));
    for (const { reject } of this.#waiting.splice(0)) reject(errorOf(SERVER_ISSUES.busy, 'The server ends.'));
  };

  async #ask(task: Waiting['task'], act: Waiting['act']): Promise<SaidByWorker> {
    if (this.#isClosed || this.#waiting.length >= MOST_WAITING)
      throw errorOf(SERVER_ISSUES.busy, 'Too many questions wait to be answered.');
    return await new Promise<SaidByWorker>((resolve, reject) => {
      this.#waiting.push({ task, act, resolve, reject });
      this.#giveOut();
    });
  }

  /** Gives what waits to threads that rest. */
  #giveOut(): void {
    if (this.#waiting.length > 0) this.start();
    if (this.#waiting.some(takesLong) && this.#threads.length < MOST_THREADS) this.#startOne();
    const [first, ...others] = this.#threads;
    if (first !== undefined) this.#give(first, (waiting) => !takesLong(waiting));
    for (const other of others) {
      this.#give(other, takesLong);
      this.#give(other, () => true);
    }
    clearTimeout(this.#impatient);
    if (this.#waiting.length > 0 && this.#threads.length < MOST_THREADS)
      this.#impatient = setTimeout(() => this.#startAnother(), PATIENCE);
    this.#letRest();
  }

  /** Gives a thread that rests the first that waits of those it takes. */
  #give(thread: AnsweringThread, takes: (waiting: Waiting) => boolean): void {
    const index = thread.isBusy ? -1 : this.#waiting.findIndex(takes);
    const [next] = index === -1 ? [] : this.#waiting.splice(index, 1);
    if (next !== undefined) thread.begin(next);
  }

  #startAnother(): void {
    this.#startOne();
    this.#giveOut();
  }

  /** Lets go of what was started for a long question, once it has rested long enough. */
  #letRest(): void {
    const [, second] = this.#threads;
    if (second === undefined || second.isBusy) {
      clearTimeout(this.#resting);
      this.#resting = undefined;
    } else
      this.#resting ??= setTimeout(() => {
        this.#resting = undefined;
        this.#forget(second);
        void second.close();
      }, LONGEST_REST).unref();
  }

  #startOne(): void {
    const owner: ThreadOwner = {
      rests: () => this.#giveOut(),
      isGone: (gone) => {
        this.#forget(gone);
        if (!this.#isClosed) this.#giveOut();
      },
    };
    this.#threads.push(new AnsweringThread(this.#choice, owner));
  }

  #forget(thread: AnsweringThread): void {
    const index = this.#threads.indexOf(thread);
    if (index !== -1) this.#threads.splice(index, 1);
  }
}

function takesLong({ task }: Waiting): boolean {
  return 'question' in task && task.question.takesLong === true;
}

/** Questions change nothing. */
async function refuseToAct(): Promise<never> {
  return await Promise.reject(new TypeError('a question asked for an action'));
}

import { Worker } from 'node:worker_threads';
import { errorOf, FoeprintError } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Asked } from '../questions/asked.ts';
import type { Answers, GivenAnswer } from './answerer.ts';
import type { HomeChoice } from './home-version.ts';
import type { AskedOfWorker, SaidByWorker } from './worker-messages.ts';

/** The longest that a question may take, in milliseconds: one that takes longer holds up all others. */
const LONGEST = 120_000;

/** Questions that may wait; more are sent away at once. */
const MOST_WAITING = 200;

interface Waiting {
  readonly asked: Asked;
  readonly resolve: (answer: GivenAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** Has questions answered by another thread, one after the other. A thread that dies or takes too long is replaced by a new one. */
export class WorkerAnswers implements Answers {
  readonly #choice: HomeChoice;
  #worker: Worker | undefined;
  #number = 0;
  #isClosed = false;
  /** Asked and not answered, by number, in order. */
  readonly #waiting = new Map<number, Waiting>();
  #timer: NodeJS.Timeout | undefined;

  constructor(choice: HomeChoice) {
    this.#choice = choice;
  }

  /** Starts the thread before it is first asked, so that the first who asks need not wait for it. */
  start(): void {
    this.#worker ??= this.#started();
  }

  answer: Answers['answer'] = async (asked) => {
    if (this.#isClosed || this.#waiting.size >= MOST_WAITING)
      throw errorOf(SERVER_ISSUES.busy, 'Too many questions wait to be answered.');
    this.start();
    const number = (this.#number += 1);
    return await new Promise<GivenAnswer>((resolve, reject) => {
      this.#waiting.set(number, { asked, resolve, reject });
      if (this.#waiting.size === 1) this.#askNext();
    });
  };

  /** Lets go of the thread; whoever still waits is sent away. */
  close: Answers['close'] = async () => {
    this.#isClosed = true;
    const worker = this.#worker;
    if (worker === undefined) return;
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    worker.postMessage('close');
    const late = setTimeout(() => void worker.terminate(), 5000);
    await gone;
    clearTimeout(late);
  };

  #started(): Worker {
    const file = new URL('./worker-thread.js', import.meta.url);
    const worker = new Worker(file, { workerData: this.#choice });
    worker.on('message', (said: SaidByWorker) => this.#take(said));
    worker.on('error', (error) => this.#lose(worker, error));
    worker.on('exit', () => this.#lose(worker, new Error('the thread that answers has ended')));
    worker.unref();
    return worker;
  }

  /** One at a time: a question that takes too long is known by that, and takes no other with it. */
  #askNext(): void {
    const [next] = this.#waiting;
    if (next === undefined) return;
    const [number, { asked }] = next;
    const message: AskedOfWorker = { number, asked };
    this.#worker ??= this.#started();
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    this.#worker.postMessage(message);
    this.#worker.ref();
    this.#timer = setTimeout(() => this.#giveUp(number), LONGEST);
  }

  #take({ number, answer, refused, fault }: SaidByWorker): void {
    const waiting = this.#done(number);
    if (answer !== undefined) waiting?.resolve(answer);
    else if (refused !== undefined) waiting?.reject(new FoeprintError(refused.issues, refused.level));
    else waiting?.reject(new Error(fault));
    this.#askNext();
  }

  #giveUp(number: number): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    this.#done(number)?.reject(
      errorOf(SERVER_ISSUES.tookTooLong, `It took longer than ${String(LONGEST / 1000)} seconds.`),
    );
    this.#askNext();
  }

  #done(number: number): Waiting | undefined {
    clearTimeout(this.#timer);
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    this.#worker?.unref();
    return waiting;
  }

  /** The question that it was at may be what ended it: that one fails, and the others are asked of a new thread. */
  #lose(worker: Worker, error: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#done(first[0])?.reject(error);
    this.#askNext();
  }
}

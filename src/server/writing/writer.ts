import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ActedEnvelope } from '../../actions/index.ts';
import { errorOf, FoeprintError } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { WriterTask, WriterWord } from './writer-messages.ts';

/** So long an idle process is kept, in milliseconds: what is done next need not wait for one to start. */
const LONGEST_IDLE = 60_000;

/** Does one action after the other, in a process beside the server, so that requests are answered meanwhile. */
export class Writer {
  #process: ChildProcess | undefined;
  #last: Promise<void> = Promise.resolve();
  #idle: NodeJS.Timeout | undefined;
  #undone = 0;

  /** Whether it does something, or has something to do. */
  get isBusy(): boolean {
    return this.#undone > 0;
  }

  /**
   * Does an action once those before it are done.
   *
   * @param began is called when it begins
   * @throws FoeprintError whatever the action is refused with; N840 where the process ended before it was done
   */
  async do(task: WriterTask, began: () => void, progress: (line: string) => void): Promise<ActedEnvelope> {
    const mine = this.#last.then(() => {
      began();
      return this.#run(task, progress);
    });
    this.#undone += 1;
    // Whoever asked is refused; the next need not be.
    this.#last = mine.then(
      async ({ isReady }) => await isReady,
      () => undefined,
    );
    void this.#last.then(() => (this.#undone -= 1));
    return await (
      await mine
    ).answer;
  }

  /** Ends the process once it has done what it was given. */
  async close(): Promise<void> {
    await this.#last;
    this.#leave();
  }

  #leave(): void {
    clearTimeout(this.#idle);
    if (this.#process?.connected === true) this.#process.disconnect();
    this.#process = undefined;
  }

  /** A process that waits for a task: the one that there is, or another where it has ended, as one at rest may when memory is short. */
  #ready(): ChildProcess {
    const known = this.#process;
    const isThere = known?.connected === true && known.exitCode === null && known.signalCode === null;
    if (isThere) return known;
    const child = (this.#process = started());
    // Without somebody who listens, one that cannot be started or reached would end the server.
    child.on('error', () => undefined);
    return child;
  }

  /** The answer, and when the process is ready for more, which may be later, or is gone. */
  #run(
    task: WriterTask,
    progress: (line: string) => void,
  ): { readonly answer: Promise<ActedEnvelope>; readonly isReady: Promise<void> } {
    clearTimeout(this.#idle);
    const child = this.#ready();
    const words = new EventEmitter<{ readonly ready: [] }>();
    const isReady = once(words, 'ready').then(() => this.#rest());
    const answer = new Promise<ActedEnvelope>((resolve, reject) => {
      const leave = (): void => {
        child.removeListener('message', listen);
        child.removeListener('exit', ended);
        child.removeListener('error', ended);
        words.emit('ready');
      };
      const ended = (): void => {
        if (this.#process === child) this.#process = undefined;
        reject(errorOf(SERVER_ISSUES.writerEnded, 'The process that writes ended.'));
        leave();
      };
      const listen = (word: WriterWord): void => {
        if (word.is === 'progress') progress(word.line);
        else if (word.is === 'done') resolve(word.answer);
        else if (word.is === 'refused') reject(new FoeprintError(word.issues, word.level));
        else if (word.is === 'fault') reject(new Error(word.reason));
        else leave();
      };
      child.on('exit', ended);
      child.on('error', ended);
      child.on('message', listen);
      child.send(task);
    });
    return { answer, isReady };
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#leave(), LONGEST_IDLE).unref();
  }
}

/** The program of the process: beside this file, as it is written or compiled, or where the bundle has the compiled one. */
const PROGRAMS = ['./writer-process.ts', './writer-process.js', '../server/writing/writer-process.js'];

function started(): ChildProcess {
  const program = PROGRAMS.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) =>
    existsSync(path),
  );
  if (program === undefined) throw new TypeError('the program that writes is not there');
  return fork(program, {
    execArgv: program.endsWith('.ts') ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

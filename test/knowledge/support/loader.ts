import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** A step of the database, by the SQL that it begins with, before or after which a process is to kill itself. */
export type KillingStep = readonly [when: 'before' | 'after', sql: string];

/** A process of its own that loads a delivery, written as JSON, when asked to. */
export class Loader {
  readonly #process: ChildProcess;
  #output = '';

  constructor(path: string, delivery: string, kill: KillingStep | readonly [] = []) {
    const words = ['--import', 'tsx', SCRIPT, path, delivery, ...kill];
    this.#process = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.#process.stdout?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
  }

  /** When it has read the delivery and waits. */
  async ready(): Promise<void> {
    while (!this.#output.includes('ready')) await once(this.#process.stdout ?? this.#process, 'data');
  }

  /** Asks it to load. */
  load(): void {
    this.#process.stdin?.write('go\n');
  }

  /** What ended it, when it has ended: its exit code, or the signal. */
  async ended(): Promise<number | string | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, 'close');
    return this.#process.exitCode ?? this.#process.signalCode;
  }
}

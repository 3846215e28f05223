import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('load-process.ts', import.meta.url));

/** A process of its own that loads a file of the real data when told to. */
export class Loader {
  readonly #process: ChildProcess;
  #said = '';

  constructor(path: string, file: string) {
    this.#process = spawn(process.execPath, ['--import', 'tsx', SCRIPT, path, file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#process.stdout?.on('data', (said: Buffer) => (this.#said += said.toString()));
  }

  /** When it has read the file and waits to be told to load. */
  async ready(): Promise<void> {
    while (!this.#said.includes('ready')) await once(this.#process.stdout ?? this.#process, 'data');
  }

  /** Tells it to load. */
  load(): void {
    this.#process.stdin?.write('go\n');
  }

  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** Whether it said that it had loaded everything, when it has ended. */
  async ended(): Promise<boolean> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, 'close');
    return this.#said.includes('done');
  }
}

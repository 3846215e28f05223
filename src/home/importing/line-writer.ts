import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/** Writes values into a file of JSON Lines, no faster than the disk takes them. */
export class LineWriter {
  readonly path: string;
  readonly #stream: WriteStream;

  constructor(path: string) {
    this.path = path;
    this.#stream = createWriteStream(path, { mode: 0o600 });
    // Thrown by whatever is done next: an event that nobody awaits would end the process.
    this.#stream.on('error', () => {});
  }

  /** @throws the operating system's error, also that of what was written before */
  async add(value: unknown): Promise<void> {
    if (this.#stream.errored !== null) throw this.#stream.errored;
    if (!this.#stream.write(`${JSON.stringify(value)}\n`)) await once(this.#stream, 'drain');
  }

  /** @throws the operating system's error, also that of what was written before */
  async end(): Promise<void> {
    await finished(this.#stream.end());
  }
}

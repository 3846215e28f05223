import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { GivenAnswer } from './answerer.ts';

/** How a body may be packed on its way. */
export type Packing = 'br' | 'gzip' | 'identity';

/** An answer that is kept as it is sent. */
export class KeptAnswer {
  readonly answer: Omit<GivenAnswer, 'body'>;
  readonly #packed = new Map<Packing, Promise<Buffer>>();
  /** Bytes that it takes. */
  size: number;

  constructor({ body, ...answer }: GivenAnswer) {
    this.answer = answer;
    const bytes =
      typeof body === 'string'
        ? Buffer.from(body)
        : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.size = bytes.byteLength;
    this.#packed.set('identity', Promise.resolve(bytes));
  }

  /** Its bytes, packed once for each way. */
  async bytes(packing: Packing): Promise<Buffer> {
    const known = this.#packed.get(packing);
    if (known !== undefined) return await known;
    const packed = PACKERS[packing](await this.bytes('identity'));
    this.#packed.set(packing, packed);
    const bytes = await packed;
    this.size += bytes.byteLength;
    return bytes;
  }
}

/** Off the thread that serves; as far as it is worth the time. */
const PACKERS: Readonly<Record<Packing, (bytes: Buffer) => Promise<Buffer>>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: async (bytes) => await promisify(gzip)(bytes, { level: 6 }),
  br: async (bytes) =>
    await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

/** Answers that are kept to be given again, the least used of them going first, within so many bytes. */
export class KeptAnswers {
  readonly #answers = new Map<string, KeptAnswer>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: string): KeptAnswer | undefined {
    const found = this.#answers.get(key);
    if (found === undefined) return undefined;
    this.#answers.delete(key);
    this.#answers.set(key, found);
    return found;
  }

  keep(key: string, answer: KeptAnswer): void {
    // One that takes a good part of all would drive out what is asked for often.
    if (answer.size > this.#most / 4) return;
    this.#answers.set(key, answer);
    let { size } = this;
    for (const [oldest, kept] of this.#answers) {
      if (size <= this.#most || oldest === key) break;
      size -= kept.size;
      this.#answers.delete(oldest);
    }
  }

  /** Bytes of all that is kept. */
  get size(): number {
    let size = 0;
    for (const answer of this.#answers.values()) size += answer.size;
    return size;
  }
}

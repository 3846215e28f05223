import { Readable, type Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';

/** How a body may be packed on its way. */
export type Packing = 'br' | 'gzip' | 'identity';

/** Smaller than that, packing takes longer than sending. */
const WORTH_PACKING = 1024;

/** What is sent more than once, packed once for each way. */
export class PackedBody {
  readonly #packed = new Map<Packing, Promise<Buffer>>();
  #size: number;

  constructor(body: string | Uint8Array) {
    const bytes =
      typeof body === 'string'
        ? Buffer.from(body)
        : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#size = bytes.byteLength;
    this.#packed.set('identity', Promise.resolve(bytes));
  }

  /** Bytes that it takes, in all ways that it was packed. */
  get size(): number {
    return this.#size;
  }

  /**
   * The body as it is sent: packed once and kept where it is short, and else as it goes, as fast as whoever asked takes it.
   *
   * @param isLong whether it is too long to be kept
   */
  async sent(packing: Packing, isLong: boolean): Promise<Buffer | Readable> {
    const whole = await this.bytes('identity');
    if (!isLong) return await this.bytes(packing);
    const packer = STREAMS[packing]?.();
    const parts = Readable.from(partsOf(whole));
    if (packer === undefined) return parts;
    // Whoever goes away ends both.
    packer.once('close', () => parts.destroy());
    return parts.pipe(packer);
  }

  async bytes(packing: Packing): Promise<Buffer> {
    const known = this.#packed.get(packing);
    if (known !== undefined) return await known;
    const packed = PACKERS[packing](await this.bytes('identity'));
    this.#packed.set(packing, packed);
    const bytes = await packed;
    this.#size += bytes.byteLength;
    return bytes;
  }
}

/** The same as it goes. */
const STREAMS: Readonly<Partial<Record<Packing, () => Transform>>> = {
  gzip: () => createGzip({ level: 6 }),
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

const PART = 64 * 1024;

function* partsOf(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.byteLength; at += PART) yield bytes.subarray(at, at + PART);
}

/** Off the thread that serves; as far as it is worth the time. */
const PACKERS: Readonly<Record<Packing, (bytes: Buffer) => Promise<Buffer>>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: async (bytes) => await promisify(gzip)(bytes, { level: 6 }),
  br: async (bytes) =>
    await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
};

/** How a body is best sent: Brotli before gzip, where it is text, large enough, and accepted at all. */
export function packingFor(accepted: string | undefined, type: string, size: number): Packing {
  if (size < WORTH_PACKING || !TEXT.test(type)) return 'identity';
  const welcome = new Set(
    (accepted ?? '')
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter((each) => !/;\s*q=0(?:\.0*)?$/u.test(each))
      .map((each) => each.split(';', 1)[0]),
  );
  if (welcome.has('br')) return 'br';
  return welcome.has('gzip') ? 'gzip' : 'identity';
}

const TEXT = /^(?:text\/|application\/(?:json|stix|x-ndjson|manifest|wasm)|image\/svg)/u;

/** One record of an input as it was written, before it is understood. */
export interface RawRecord {
  /** Line on which it begins, counting from 1. */
  readonly line: number;
  /** Which one it is, counting from 1; of lines and tables, with those that are blank. */
  readonly number: number;
  /** Without what separates it from others; only the beginning where it is too long. */
  readonly bytes: Buffer;
  /** Whether it is longer than what is taken, and was cut. */
  readonly isCut: boolean;
}

/** How records follow one another: splits what is read, piece by piece, and holds no more than one record of it. */
export type Framing = (
  chunks: AsyncIterable<unknown>,
  longest: number,
) => AsyncIterable<readonly RawRecord[]>;

/** Bytes of a record that is too long which are kept to show it. */
const SHOWN_OF_LONG = 1024;

/** Collects the bytes of a record that may stand in several pieces. */
export class RecordBytes {
  readonly #longest: number;
  #parts: Buffer[] = [];
  #size = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  add(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size <= this.#longest) {
      // A piece lives no longer than it is worked on: what is kept of it is copied.
      this.#parts.push(Buffer.from(bytes));
      return;
    }
    const known = Buffer.concat(this.#parts);
    const shown =
      known.length >= SHOWN_OF_LONG ? known : Buffer.concat([known, bytes.subarray(0, SHOWN_OF_LONG)]);
    this.#parts = [shown.subarray(0, SHOWN_OF_LONG)];
  }

  /** The record, with its last bytes; another one begins. */
  take(line: number, number: number, last: Buffer): RawRecord {
    const whole = this.#size === 0 && last.length <= this.#longest;
    if (!whole) this.add(last);
    const record = {
      line,
      number,
      bytes: whole ? last : Buffer.concat(this.#parts),
      isCut: !whole && this.#size > this.#longest,
    };
    this.#parts = [];
    this.#size = 0;
    return record;
  }
}

/** White space of JSON and of ASCII. */
const BLANKS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20]);

/** Whether bytes are nothing but white space. */
export function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => BLANKS.has(byte));
}

const [QUOTE, BACKSLASH, LIST, OBJECT] = [0x22, 0x5c, 0x5b, 0x7b];
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** How deep lists and objects of JSON stand in one another: what is read by recursion ends the stack where that is tens of thousands. */
export function depthOf(json: Buffer): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let index = 0; index < json.length; index++) {
    const byte = json[index] ?? 0;
    if (isText && byte === BACKSLASH) index++;
    else if (byte === QUOTE) isText = !isText;
    else if (isText) continue;
    else if (byte === LIST || byte === OBJECT) deepest = Math.max(deepest, ++depth);
    else if (CLOSING.has(byte)) depth--;
  }
  return deepest;
}

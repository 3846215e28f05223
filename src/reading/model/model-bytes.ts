import { fromUtf8, toUtf8 } from '../../text/index.ts';
import type { LearntModel, ModelExample } from './technique-model.ts';
import type { LinearModel } from './softmax.ts';
import { vocabularyFrom } from './vocabulary.ts';

/** Of another version nothing is read: the model is learnt again, which takes seconds. */
const VERSION = 1;

/** Steps of a weight, up and down from nothing; the greatest of a column has all of them. */
const STEPS = 127;

interface Head {
  readonly version: number;
  readonly techniques: readonly string[];
  readonly grams: readonly string[];
  readonly from: readonly string[];
}

/**
 * A model as bytes: what is text as JSON, then numbers, each as few bytes as it needs (LEB128), weights as one signed byte in steps of
 * their column.
 */
export function modelBytes({ techniques, vocabulary, linear, examples }: LearntModel): Uint8Array {
  const from = [...new Set(examples.map((example) => example.from))];
  const head: Head = { version: VERSION, techniques, grams: vocabulary.grams, from };
  const places = new Map(from.map((id, place) => [id, place]));
  const out = new ByteWriter();
  out.text(JSON.stringify(head));
  for (const value of vocabulary.rarity) out.float(value);
  for (const value of linear.bias) out.float(value);
  for (let column = 0; column < vocabulary.grams.length; column++) writeColumn(out, linear, column);
  out.whole(examples.length);
  for (const { label, from: id, columns } of examples) {
    out.whole(label);
    out.whole(places.get(id) ?? 0);
    out.rising(columns.toSorted((one, other) => one - other));
  }
  return out.bytes();
}

function writeColumn(out: ByteWriter, { starts, labels, values }: LinearModel, column: number): void {
  const [start = 0, end = 0] = [starts[column], starts[column + 1]];
  const own = values.subarray(start, end);
  const step = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / STEPS;
  out.float(step);
  out.rising([...labels.subarray(start, end)]);
  for (const value of own) out.byte(step === 0 ? 0 : Math.round(value / step) & 0xff);
}

/** Reads what {@link modelBytes} wrote; undefined of another version, or of what it is not. */
export function modelFromBytes(bytes: Uint8Array): LearntModel | undefined {
  try {
    return readModel(new ByteReader(bytes));
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readModel(input: ByteReader): LearntModel | undefined {
  const head: unknown = JSON.parse(input.text());
  if (!isHead(head)) return undefined;
  const { techniques, grams, from } = head;
  const rarity = input.floats(grams.length);
  const bias = input.floats(techniques.length);
  const starts = new Uint32Array(grams.length + 1);
  const labels: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < grams.length; column++) {
    const step = input.floats(1)[0] ?? 0;
    const own = input.rising();
    for (const label of own) labels.push(label);
    for (let left = own.length; left > 0; left--) values.push(((input.byte() << 24) >> 24) * step);
    starts[column + 1] = labels.length;
  }
  const examples = Array.from({ length: input.whole() }, (): ModelExample => {
    const label = input.whole();
    return { label, from: from[input.whole()] ?? '', columns: input.rising() };
  });
  const linear: LinearModel = {
    classes: techniques.length,
    bias,
    starts,
    labels: Uint16Array.from(labels),
    values: Float32Array.from(values),
  };
  return { techniques, vocabulary: vocabularyFrom(grams, rarity), linear, examples };
}

function isHead(value: unknown): value is Head {
  return (
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === VERSION &&
    ['techniques', 'grams', 'from'].every((name) => Array.isArray(Reflect.get(value, name)))
  );
}

/** Bytes that grow. */
class ByteWriter {
  #bytes = new Uint8Array(1 << 20);
  #length = 0;

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const more = new Uint8Array(this.#bytes.length * 2);
      more.set(this.#bytes);
      this.#bytes = more;
    }
    this.#bytes[this.#length++] = value;
  }

  whole(value: number): void {
    let left = value;
    while (left >= 0x80) {
      this.byte((left & 0x7f) | 0x80);
      left = Math.floor(left / 0x80);
    }
    this.byte(left);
  }

  /** Whole numbers, each greater than the one before. */
  rising(values: readonly number[]): void {
    this.whole(values.length);
    let before = 0;
    for (const value of values) {
      this.whole(value - before);
      before = value;
    }
  }

  float(value: number): void {
    for (const byte of new Uint8Array(Float32Array.of(value).buffer)) this.byte(byte);
  }

  text(text: string): void {
    const bytes = toUtf8(text);
    this.whole(bytes.length);
    for (const byte of bytes) this.byte(byte);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }
}

const TOO_SHORT = 'The model ends too soon.';

/** The same, read from the first on. */
class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** @throws RangeError behind the last */
  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new RangeError(TOO_SHORT);
    this.#at += 1;
    return value;
  }

  whole(): number {
    let value = 0;
    for (let power = 1; ; power *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * power;
      if (byte < 0x80) return value;
    }
  }

  rising(): readonly number[] {
    let before = 0;
    return Array.from({ length: this.whole() }, () => (before += this.whole()));
  }

  floats(count: number): Float32Array {
    return new Float32Array(this.#take(count * 4).buffer);
  }

  text(): string {
    return fromUtf8(this.#take(this.whole()));
  }

  /** The next bytes, for themselves. @throws RangeError behind the last */
  #take(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new RangeError(TOO_SHORT);
    // `slice` of a Buffer of Node is no copy.
    const taken = Uint8Array.from(this.#bytes.subarray(this.#at, end));
    this.#at = end;
    return taken;
  }
}

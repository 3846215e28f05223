import type { Source } from '../../facts/index.ts';
import type { KnowledgeBase, NumberedObject } from '../knowledge-base.ts';

/** Format of dumps; docs/reference/dump.md describes it. */
export const DUMP_FORMAT = 2;

/** The format before: without the levels of what is marked. */
export const UNLEVELLED_DUMP_FORMAT = 1;

/** Computes SHA-256, e.g. what Node's `createHash('sha256')` gives. */
export interface Digest {
  /** Takes in text as UTF-8. */
  update(text: string): unknown;
  digest(encoding: 'hex'): string;
}

/** First line of a dump. */
export interface DumpHeader {
  readonly foeprint: 'dump';
  readonly format: number;
}

/** Line of a source: after those of its objects that no source before it has. */
export interface DumpSource {
  readonly source: Source;
  /** Numbers of its objects; the format calls them so. */
  readonly told: readonly number[];
}

/** Last line of a dump. */
export interface DumpEnd {
  readonly end: {
    readonly objects: number;
    readonly sources: number;
    /** Of all lines before, each with its line feed. */
    readonly sha256: string;
  };
}

/**
 * The whole knowledge base as lines of JSON, each with its line feed, for {@link DumpReading}. Equal knowledge gives equal lines,
 * whatever keeps it.
 *
 * @param digest a fresh one
 */
export function* dump(base: KnowledgeBase, digest: Digest): Generator<string> {
  const header: DumpHeader = { foeprint: 'dump', format: DUMP_FORMAT };
  yield line(header, digest);
  const numbers = new Map<number, number>();
  let sources = 0;
  for (const { source, objects } of base.contents()) {
    const members: number[] = [];
    for (const object of objects) {
      const known = numbers.get(object.stored);
      if (known === undefined) yield objectLine(object, numbers, digest);
      members.push(known ?? numbers.size);
    }
    const row: DumpSource = { source, told: members };
    yield line(row, digest);
    sources++;
  }
  const end: DumpEnd = { end: { objects: numbers.size, sources, sha256: digest.digest('hex') } };
  yield `${JSON.stringify(end)}\n`;
}

/** Objects are numbered from 1 in order of their lines. */
function objectLine(
  { stored, delivered }: NumberedObject,
  numbers: Map<number, number>,
  digest: Digest,
): string {
  numbers.set(stored, numbers.size + 1);
  return line({ object: delivered }, digest);
}

function line(value: unknown, digest: Digest): string {
  const text = `${JSON.stringify(value)}\n`;
  digest.update(text);
  return text;
}

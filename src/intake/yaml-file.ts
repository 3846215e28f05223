import { Document, LineCounter, YAMLParseError, isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Place } from '../facts/index.ts';
import { isCircular } from '../text/index.ts';
import type { Path, WrittenFile } from './read-values.ts';

/**
 * Parses YAML 1.2; never throws. A file with faults has no value; what stands elsewhere by an alias is located where the alias is.
 *
 * @param scalars `as written`: `0042` and `true` stay texts
 */
export function readYaml(
  file: string,
  text: string,
  { scalars }: { readonly scalars?: 'as written' } = {},
): WrittenFile {
  const lines = new LineCounter();
  const document = text.length > LONGEST ? tooLong() : documentOf(text, lines);
  if (scalars === 'as written') keepScalars(document);
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const faults = document.errors.map(({ message, pos }) => ({
    message: reasonOf(message),
    place: place(pos[0]),
  }));
  const value = faults.length > 0 ? undefined : valueOf(document);
  if (value instanceof Error) faults.push({ message: value.message, place: place(0) });
  return {
    file,
    value: value instanceof Error ? undefined : value,
    faults,
    locate: (path) => place(offsetOf(nearestNode(document, path))),
    locateKey: (path) => place(offsetOfKey(document, path)),
  };
}

function keepScalars(document: Document): void {
  visit(document, {
    Scalar(_, scalar) {
      if (scalar.value !== null && typeof scalar.value !== 'string') scalar.value = scalar.source;
    },
  });
}

// Aliases may expand without end ("billion laughs"): the library throws at a hundred.
function valueOf(document: Document): unknown {
  try {
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return isCircular(value) ? new Error(CIRCULAR) : value;
  } catch (error) {
    if (error instanceof RangeError && isStackEnd(error.message)) return new Error(TOO_DEEP);
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** What the parser makes of a text takes a hundred times its length. Characters of the longest published file that is read so: some 500,000. */
const LONGEST = 8_000_000;

const SEVERAL = 'It has several documents, and one is read';
const CIRCULAR = 'An alias in it stands within what it is an alias of';
const TOO_DEEP = 'Lists and maps in it are nested too deep to be read';

/** The library reads nested parts by recursion, so very deep ones end the call stack. */
function isStackEnd(message: string): boolean {
  return message.includes('call stack');
}

/** The library speaks of itself, and to programmers. */
function reasonOf(message: string): string {
  if (isStackEnd(message)) return TOO_DEEP;
  return message.startsWith('Source contains multiple documents') ? SEVERAL : message;
}

function tooLong(): Document {
  return faulty(`It has more than ${String(LONGEST)} characters`);
}

function faulty(message: string): Document {
  const document = new Document();
  document.errors.push(new YAMLParseError([0, 0], 'IMPOSSIBLE', message));
  return document;
}

function documentOf(text: string, lineCounter: LineCounter): Document {
  try {
    return parseDocument(text, { lineCounter, prettyErrors: false, logLevel: 'error' });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return faulty(TOO_DEEP);
  }
}

function nearestNode(document: Document, path: Path): unknown {
  const node: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  return node === undefined && path.length > 0 ? nearestNode(document, path.slice(0, -1)) : node;
}

function offsetOf(node: unknown): number {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

function offsetOfKey(document: Document, path: Path): number {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return 0;
  const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
  return offsetOf(pair?.key);
}

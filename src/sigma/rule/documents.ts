import { LineCounter, isMap, isScalar, isSeq, parseAllDocuments, visit, type Document } from 'yaml';
import type { Place } from '../../facts/index.ts';
import { isCircular } from '../../text/index.ts';

/** One document of a YAML file that still knows where everything stands. */
export interface WrittenDocument {
  /** Absent where there is a fault. */
  readonly value?: unknown;
  readonly fault?: { readonly message: string; readonly place: Place };
  readonly top: WrittenPart;
}

/** Where a part of a document stands: its key, or itself where it has none. */
export interface WrittenPart {
  readonly place: Place;
  /** What is under a key or at a position; this part where it is not there. */
  under(key: string | number): WrittenPart;
}

/** Reads a file of YAML 1.2 with one or several documents; never throws. Empty documents are left out. */
export function readDocuments(file: string, text: string): readonly WrittenDocument[] {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, ...HOW });
    return documents
      .filter(({ contents, errors }) => !isEmpty(contents) || errors.length > 0)
      .map((document) => {
        const top = partOf(document.contents, at(startOf(document.contents) ?? 0), at);
        const [first] = document.errors;
        const twice = first === undefined ? lookOver(document) : undefined;
        if (twice !== undefined)
          return { fault: { message: `the key ${twice.key} is given twice`, place: at(twice.start) }, top };
        return first === undefined
          ? { ...valueOf(document, top.place), top }
          : { fault: { message: reasonOf(first), place: at(first.pos[0]) }, top };
      });
  } catch (error) {
    const place = { file };
    return [{ fault: { message: reasonOf(error), place }, top: partOf(undefined, place, at) }];
  }
}

function isEmpty(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** The library compares every key of a map with every other, which a map of a hundred thousand would make long. */
const HOW = { uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const;

/** Keeps numbers as written that would not come out so: `00000429`, and those with more digits than a number has. Finds a key given twice. */
function lookOver(document: Document): { readonly key: string; readonly start: number } | undefined {
  let twice: { readonly key: string; readonly start: number } | undefined;
  visit(document, {
    Scalar(_, scalar) {
      const { source = '', value } = scalar;
      if (
        typeof value === 'number' &&
        /^[-+]?\d+$/u.test(source) &&
        (/^[-+]?0\d/u.test(source) || !Number.isSafeInteger(value))
      )
        scalar.value = source;
    },
    Map(_, { items }) {
      const keys = new Set<string>();
      for (const { key } of items) {
        const name = isScalar(key) ? String(key.value) : undefined;
        if (name !== undefined && keys.has(name)) twice = { key: name, start: startOf(key) ?? 0 };
        if (name !== undefined) keys.add(name);
      }
      return twice === undefined ? undefined : visit.BREAK;
    },
  });
  return twice;
}

function valueOf(document: Document, place: Place): Pick<WrittenDocument, 'value' | 'fault'> {
  try {
    // Aliases may expand without end ("billion laughs"): the library throws at a hundred.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    return isCircular(value)
      ? { fault: { message: 'an alias in it stands within what it is an alias of', place } }
      : { value };
  } catch (error) {
    return { fault: { message: reasonOf(error), place } };
  }
}

/** The library reads nested parts by recursion, so very deep ones end the call stack. */
function reasonOf(error: unknown): string {
  const { message } = error instanceof Error ? error : new Error(String(error));
  return message.includes('call stack') ? 'lists and maps in it are nested too deep' : message;
}

function partOf(node: unknown, place: Place, at: (offset: number) => Place): WrittenPart {
  let inner: ReadonlyMap<string, WrittenPart> | undefined;
  const part: WrittenPart = {
    place,
    under: (key) => {
      inner ??= new Map(
        innerOf(node).map(([name, start, of]) => [
          name,
          partOf(of, start === undefined ? place : at(start), at),
        ]),
      );
      return inner.get(String(key)) ?? part;
    },
  };
  return part;
}

function innerOf(node: unknown): readonly (readonly [key: string, start: number | undefined, of: unknown])[] {
  if (isMap(node))
    return node.items.map(({ key, value }) => [isScalar(key) ? String(key.value) : '', startOf(key), value]);
  return isSeq(node) ? node.items.map((item, position) => [String(position), startOf(item), item]) : [];
}

function startOf(node: unknown): number | undefined {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

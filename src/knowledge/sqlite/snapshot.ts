import type { ReportedRelation } from '../../facts/index.ts';
import type { TypeCount } from '../knowledge-base.ts';
import type { TextColumn, ViewTables } from '../view/view-tables.ts';

/*
 * A view as bytes, so that a process answers without building it. Layout: the length of the header (32-bit
 * little-endian), the header as JSON in UTF-8, then, each at a multiple of four, the columns in the order in
 * which the header names them. All texts are one text in UTF-8; their columns hold where each begins in it,
 * in UTF-16 units. Bytes of another format, or written on a machine of another byte order, are not understood.
 */

/** Changes with the layout and with what views hold. */
const FORMAT = 3;

/** Columns of texts, in the order in which they are written. */
const TEXT_COLUMNS = ['ids', 'names', 'labels', 'aliases', 'besideIds', 'besideNames'] as const;

interface Header {
  readonly format: number;
  readonly types: readonly string[];
  readonly census: readonly TypeCount[];
  readonly leftOut: number;
  readonly relations: readonly { readonly name: string; readonly columns: number }[];
  /** Lengths of all sections, in bytes. */
  readonly lengths: readonly number[];
}

/** Encodes a view. */
export function encodeSnapshot(tables: ViewTables): Uint8Array {
  const texts = new TextsWriter();
  const starts = TEXT_COLUMNS.map((name) => texts.add(tables[name]));
  const sections = [
    texts.bytes(),
    ...starts.map(bytesOf),
    ...[tables.typeOf, tables.firstAlias, tables.stored, tables.withdrawal, tables.successor].map(bytesOf),
    ...[tables.besideTerm, tables.besideStored, tables.firstBesideName].map(bytesOf),
    ...[tables.uncarriedBy, tables.uncarriedTerm].map(bytesOf),
    ...[tables.members, tables.hidden].map(bytesOf),
    ...tables.relations.flatMap((relation) =>
      [...relation.columns, relation.firstStatement, relation.origins].map(bytesOf),
    ),
  ];
  const header: Header = {
    format: FORMAT,
    types: tables.types,
    census: tables.census,
    leftOut: tables.leftOut,
    relations: tables.relations.map(({ name, columns }) => ({ name, columns: columns.length })),
    lengths: sections.map((section) => section.byteLength),
  };
  return join(Buffer.from(JSON.stringify(header)), sections);
}

/** Decodes what {@link encodeSnapshot} wrote; undefined where the bytes are of another format. */
export function decodeSnapshot(bytes: Uint8Array): ViewTables | undefined {
  // A copy of its own begins at a multiple of four, as typed arrays need.
  const own = new Uint8Array(bytes);
  const header = readHeader(own);
  if (header?.format !== FORMAT) return undefined;
  const section = new SectionReader(own, header.lengths);
  const texts = section.text();
  const textColumn = (): TextColumn => slices(texts, section.integers());
  // Sections are read in the order in which they stand here, which is that of {@link encodeSnapshot}.
  return {
    types: header.types,
    census: header.census,
    leftOut: header.leftOut,
    ids: textColumn(),
    names: textColumn(),
    labels: textColumn(),
    aliases: textColumn(),
    besideIds: textColumn(),
    besideNames: textColumn(),
    typeOf: section.shorts(),
    firstAlias: section.integers(),
    stored: section.integers(),
    withdrawal: section.bytes(),
    successor: section.integers(),
    besideTerm: section.integers(),
    besideStored: section.integers(),
    firstBesideName: section.integers(),
    uncarriedBy: section.integers(),
    uncarriedTerm: section.integers(),
    members: section.integers(),
    hidden: section.bytes(),
    relations: header.relations.map(({ name, columns: count }) => readRelation(name, count, section)),
  };
}

function readHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.byteLength < 4) return undefined;
  const length = new DataView(bytes.buffer).getUint32(0, true);
  if (length > bytes.byteLength - 4) return undefined;
  return parseHeader(Buffer.from(bytes.buffer, 4, length).toString());
}

/** What is no header of ours has no format of ours. */
function parseHeader(text: string): Header | undefined {
  if (!text.startsWith(`{"format":${FORMAT},`)) return undefined;
  const header: Header = JSON.parse(text);
  return header;
}

function readRelation(name: string, count: number, section: SectionReader): ReportedRelation {
  const columns = Array.from({ length: count }, () => section.integers());
  const firstStatement = section.integers();
  return { name, columns, size: firstStatement.length - 1, firstStatement, origins: section.integers() };
}

/** Gathers texts into one; a column becomes where each of its texts begins, and where the last one ends. */
class TextsWriter {
  readonly #parts: string[] = [];
  #length = 0;

  add(column: TextColumn): Int32Array {
    const starts = new Int32Array(column.length + 1);
    for (let index = 0; index < column.length; index++) {
      const text = column.at(index);
      starts[index] = this.#length;
      this.#parts.push(text);
      this.#length += text.length;
    }
    starts[column.length] = this.#length;
    return starts;
  }

  bytes(): Uint8Array {
    return Buffer.from(this.#parts.join(''));
  }
}

function slices(texts: string, starts: Int32Array): TextColumn {
  return {
    length: starts.length - 1,
    at: (index) => texts.slice(starts[index] ?? 0, starts[index + 1] ?? 0),
  };
}

function bytesOf(column: Int32Array | Uint16Array | Uint8Array | undefined): Uint8Array {
  return column === undefined
    ? new Uint8Array(0)
    : new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

function aligned(length: number): number {
  return (length + 3) & ~3;
}

function join(header: Uint8Array, sections: readonly Uint8Array[]): Uint8Array {
  const start = 4 + header.byteLength;
  const size = sections.reduce((total, section) => aligned(total) + section.byteLength, start);
  const bytes = new Uint8Array(size);
  new DataView(bytes.buffer).setUint32(0, header.byteLength, true);
  bytes.set(header, 4);
  let position = start;
  for (const section of sections) {
    position = aligned(position);
    bytes.set(section, position);
    position += section.byteLength;
  }
  return bytes;
}

/** Reads one section after the other, without copying. */
class SectionReader {
  readonly #bytes: Uint8Array;
  readonly #lengths: Iterator<number>;
  #position: number;

  constructor(bytes: Uint8Array, lengths: readonly number[]) {
    this.#bytes = bytes;
    this.#lengths = lengths.values();
    this.#position = 4 + new DataView(bytes.buffer).getUint32(0, true);
  }

  bytes(): Uint8Array {
    const length = Number(this.#lengths.next().value ?? 0);
    const start = aligned(this.#position);
    this.#position = start + length;
    return new Uint8Array(this.#bytes.buffer, start, length);
  }

  integers(): Int32Array {
    const section = this.bytes();
    return new Int32Array(section.buffer, section.byteOffset, section.byteLength >> 2);
  }

  shorts(): Uint16Array {
    const section = this.bytes();
    return new Uint16Array(section.buffer, section.byteOffset, section.byteLength >> 1);
  }

  text(): string {
    const section = this.bytes();
    return Buffer.from(section.buffer, section.byteOffset, section.byteLength).toString();
  }
}

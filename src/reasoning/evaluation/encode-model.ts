import type { FactBase, Issue, RelationDeclaration } from '../../facts/index.ts';
import type { Rule, Union } from '../program.ts';
import { Model, type DerivationSet, type ModelRelation } from './model.ts';
import { reportedTable } from './relation-table.ts';
import type { Variant } from './variant.ts';

/**
 * Layout, all in the byte order of the machine: a mark, the length of the header in code units, the header as JSON in UTF-16,
 * then columns one after the other, each on a multiple of four bytes, in two bytes a value where all values fit.
 *
 * The bytes are for the machine and universe that made them: a mark of another byte order or format, another key or
 * another number of things makes them foreign, and so does a wrong length.
 */
const MARK = 0x46504d32;

interface Header {
  readonly key: string;
  readonly universe: number;
  readonly relations: readonly RelationDeclaration[];
  readonly unions: readonly Union[];
  readonly rules: readonly Rule[];
  readonly issues: readonly Issue[];
  /** Relations with derived rows; their columns come first, without the reported rows. */
  readonly derived: readonly {
    readonly name: string;
    readonly reportedSize: number;
    readonly columns: readonly ColumnHeader[];
  }[];
  /** Head column, then premise columns of each. */
  readonly sets: readonly { readonly variant: Variant; readonly columns: readonly ColumnHeader[] }[];
}

interface ColumnHeader {
  readonly size: number;
  readonly isWide: boolean;
}

/** The derived part of a model as bytes, with all that explanations need of the rules. Equal models give equal bytes. */
export function encodeModel(model: Model): Uint8Array {
  const columns: Int32Array[] = [];
  const describe = (values: Int32Array): ColumnHeader => {
    columns.push(values);
    return { size: values.length, isWide: values.some((value) => value > 0xffff) };
  };
  const derived = model.relations
    .map(({ name }) => model.relation(name))
    .filter(({ size, reportedSize }) => size > reportedSize)
    .map(({ name, size, reportedSize, columns: own }) => ({
      name,
      reportedSize,
      columns: own.map((column) => describe(column.subarray(reportedSize, size))),
    }));
  const sets = model.derivationSets.map(({ variant, derivations }) => ({
    variant,
    columns: [derivations.heads, ...derivations.premises].map((column) =>
      describe(column.subarray(0, derivations.size)),
    ),
  }));
  const { key, relations, unions, rules, issues } = model;
  const universe = model.facts.universe.size;
  const header: Header = { key, universe, relations, unions, rules, issues, derived, sets };
  return write(
    JSON.stringify(header),
    [...derived, ...sets].flatMap((part) => part.columns),
    columns,
  );
}

/**
 * The model that was encoded, over the same facts; undefined where the bytes are not of this format, key or universe.
 *
 * @param key as `modelKey` gives it
 */
export function decodeModel(bytes: Uint8Array, facts: FactBase, key: string): Model | undefined {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const header = readHeader(aligned);
  if (header === undefined || header.key !== key || header.universe !== facts.universe.size) return undefined;
  let at = columnsStart(aligned);
  const described = [...header.derived, ...header.sets].flatMap(({ columns }) => columns);
  if (described.reduce((sum, column) => sum + columnBytes(column), at) !== bytes.length) return undefined;
  const next = ({ size, isWide }: ColumnHeader): Int32Array => {
    const start = aligned.byteOffset + at;
    at += columnBytes({ size, isWide });
    return isWide
      ? new Int32Array(aligned.buffer, start, size)
      : Int32Array.from(new Uint16Array(aligned.buffer, start, size));
  };
  const tables = new Map<string, ModelRelation>(
    header.relations.map((relation) => [relation.name, reportedTable(relation, facts).table]),
  );
  for (const { name, reportedSize, columns } of header.derived) {
    const own = tables.get(name);
    if (own === undefined || own.size !== reportedSize) return undefined;
    tables.set(name, joinRows(own, columns.map(next)));
  }
  const derivations = header.sets.map(({ variant, columns }): DerivationSet => {
    const [heads = new Int32Array(0), ...premises] = columns.map(next);
    return { variant, derivations: { heads, premises, size: heads.length } };
  });
  const { relations, unions, rules, issues } = header;
  return new Model({
    key,
    facts,
    rules: rules.map(restoreTypes),
    relations,
    unions,
    derivedFacts: {
      relation: (name) => tables.get(name),
      derivationsOf: (relation) => derivations.filter(({ variant }) => variant.head.relation === relation),
      derivations: () => derivations,
      issues: () => [],
    },
    issues,
  });
}

function joinRows(
  { name, columns, reportedSize }: ModelRelation,
  derived: readonly Int32Array[],
): ModelRelation {
  const joined = derived.map((values, at) => {
    if (reportedSize === 0) return values;
    const all = new Int32Array(reportedSize + values.length);
    all.set(columns[at]?.subarray(0, reportedSize) ?? []);
    all.set(values, reportedSize);
    return all;
  });
  return { name, columns: joined, size: joined[0]?.length ?? reportedSize, reportedSize };
}

function write(
  header: string,
  descriptions: readonly ColumnHeader[],
  columns: readonly Int32Array[],
): Uint8Array {
  const start = 8 + padded(header.length * 2);
  const length = descriptions.reduce((sum, description) => sum + columnBytes(description), start);
  const bytes = new Uint8Array(length);
  new Uint32Array(bytes.buffer, 0, 2).set([MARK, header.length]);
  const text = new Uint16Array(bytes.buffer, 8, header.length);
  for (let at = 0; at < header.length; at++) text[at] = header.charCodeAt(at);
  let at = start;
  for (const [number, { size, isWide }] of descriptions.entries()) {
    const values = columns[number] ?? new Int32Array(0);
    if (isWide) new Int32Array(bytes.buffer, at, size).set(values);
    else new Uint16Array(bytes.buffer, at, size).set(values);
    at += columnBytes({ size, isWide });
  }
  return bytes;
}

/** JSON has no undefined: in a list it becomes null. */
function restoreTypes(rule: Rule): Rule {
  return { ...rule, types: rule.types.map((types) => types ?? undefined) };
}

function readHeader(bytes: Uint8Array): Header | undefined {
  if (bytes.length < 8) return undefined;
  const [mark, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  if (mark !== MARK || bytes.length < 8 + length * 2) return undefined;
  return JSON.parse(textOf(new Uint16Array(bytes.buffer, bytes.byteOffset + 8, length)));
}

function textOf(units: Uint16Array): string {
  // In pieces: a call takes only so many arguments.
  const pieces: string[] = [];
  for (let at = 0; at < units.length; at += 8192)
    pieces.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return pieces.join('');
}

function columnsStart(bytes: Uint8Array): number {
  const [, length = 0] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2);
  return 8 + padded(length * 2);
}

function columnBytes({ size, isWide }: ColumnHeader): number {
  return padded(size * (isWide ? 4 : 2));
}

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4;
}

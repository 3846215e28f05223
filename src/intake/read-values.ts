import * as z from 'zod/mini';
import type { Issue, IssueDeclaration, Place } from '../facts/index.ts';
import { closestName, defined, isMapping } from '../text/index.ts';
import { IssueList } from './issue-list.ts';

/** Where a value stands in a file: keys and positions from the top. */
export type Path = readonly (string | number)[];

/** A file of keys and values, of whatever format, that still knows where everything stands. */
export interface WrittenFile {
  readonly file: string;
  readonly value: unknown;
  /** What is wrong with it as a file of its format; one with faults has no value. */
  readonly faults: readonly { readonly message: string; readonly place: Place }[];
  /** Where the value at a path stands; of one that is not there, what it would be in. */
  locate(path: Path): Place;
  /** Where the key at the end of a path stands. */
  locateKey(path: Path): Place;
}

/**
 * The issue that a fault is. Kinds: `format` (no file of its format), `key` (one that the schema does not have), `missing`,
 * `choice` (none of a few words), `value`, and those that checks of the schema give in `params.kind`.
 */
export type Declare = (kind: string, path: Path) => IssueDeclaration;

/** What a file says, as far as it fits a schema; absent where what does not fit cannot be left out. */
export interface Values<T> {
  readonly values?: T;
  readonly issues: readonly Issue[];
}

/**
 * Reads what a file says by a schema. Everything that does not fit is an issue where it stands, in the order of the file, with what
 * was expected and what was probably meant; it is left out, and the rest is read. `null` is nothing.
 *
 * @param schema its messages complete “must be …” (src/text/values.ts); `params.suggested` of a check is a sentence that helps
 */
export function readValues<Schema extends z.ZodMiniType>(
  file: WrittenFile,
  schema: Schema,
  declare: Declare,
): Values<z.output<Schema>> {
  const issues = new IssueList(file.file);
  for (const { message, place } of file.faults)
    issues.add(declare('format', []), `It is not YAML: ${message}`, place);
  const { values } = file.faults.length > 0 ? {} : readInto(issues, file, schema, declare, ONCE);
  return { ...defined({ values }), issues: inOrder(issues.toArray()) };
}

/** To compile a schema takes longer than to read one file by it. */
const ONCE = { jitless: true } as const;

/**
 * As {@link readValues}, of a part of a file.
 *
 * @returns with the keys of which something was left out; one that the schema does not have is none
 */
export function readInto<Schema extends z.ZodMiniType>(
  issues: IssueList,
  file: WrittenFile,
  schema: Schema,
  declare: Declare,
  how: { readonly jitless?: true } = {},
): { readonly values?: z.output<Schema>; readonly wrong: ReadonlySet<string> } {
  const seen = new Set<string>();
  const wrong = new Set<string>();
  let rest = without(file.value, new Set());
  while (rest !== undefined) {
    const { data, error } = z.safeParse(schema, rest, { reportInput: true, ...how });
    if (error === undefined) return { values: data, wrong };
    const faults = error.issues.flatMap((issue) => faultsIn(issue, [], rest));
    for (const fault of faults.filter(({ path }) => !seen.has(keyOf(path)))) {
      seen.add(keyOf(fault.path));
      if (fault.kind !== 'key') wrong.add(String(fault.path[0]));
      issues.add(declare(fault.kind, fault.path), messageOf(fault), placeOf(fault, file));
    }
    const parts = faults.map(({ path }) => presentPart(rest, path));
    rest = parts.some(({ length }) => length === 0) ? undefined : without(rest, new Set(parts.map(keyOf)));
  }
  return { wrong };
}

/** What stands at a path of a file, as a file of its own. */
export function partOf(file: WrittenFile, at: Path): WrittenFile {
  return {
    file: file.file,
    value: valueAt(file.value, at),
    faults: [],
    locate: (path) => file.locate([...at, ...path]),
    locateKey: (path) => file.locateKey([...at, ...path]),
  };
}

interface Fault {
  readonly kind: string;
  readonly path: Path;
  readonly expected: string;
  readonly given: unknown;
  /** What it could have been. */
  readonly known: readonly string[];
  readonly suggested: string | undefined;
}

function faultsIn(issue: z.core.$ZodIssue, above: Path, whole: unknown): readonly Fault[] {
  const path = [...above, ...issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key))];
  const near = issue.code === 'invalid_union' ? issue.errors.find(isOfType) : undefined;
  if (near !== undefined) return near.flatMap((inner) => faultsIn(inner, path, whole));
  const fault = {
    path,
    expected: issue.message,
    given: valueAt(whole, path),
    known: [],
    suggested: undefined,
  };
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      ...fault,
      kind: 'key',
      path: [...path, key],
      known: issue.message.split(', ').filter(Boolean),
    }));
  if (fault.given === undefined) return [{ ...fault, kind: 'missing' }];
  if (issue.code === 'custom') {
    const { kind = 'value', suggested = '' } = issue.params ?? {};
    return [{ ...fault, kind: String(kind), suggested: String(suggested) }];
  }
  const known =
    issue.code === 'invalid_value' ? issue.values : 'options' in issue ? issue.options : undefined;
  return [
    {
      ...fault,
      kind: known === undefined ? 'value' : 'choice',
      known: (Array.isArray(known) ? known : []).map(String),
    },
  ];
}

/** Whether a value is of the type that an alternative takes, and wrong only further in. */
function isOfType(issues: readonly z.core.$ZodIssue[]): boolean {
  return issues.every(
    (issue) =>
      issue.path.length > 0 ||
      (issue.code === 'invalid_union' && issue.errors.some(isOfType)) ||
      (issue.code === 'invalid_value' && typeof issue.input === 'string') ||
      !['invalid_union', 'invalid_value', 'invalid_type'].includes(issue.code),
  );
}

function messageOf(fault: Fault): string {
  const { kind, path, expected, given } = fault;
  const field = path.length === 0 ? 'It' : `\`${fieldOf(path)}\``;
  if (kind === 'key') return `There is no key ${field}. ${suggestion(String(path.at(-1)), fault) ?? ''}`;
  if (kind === 'missing') return `${field} is missing; it must be ${expected}.`;
  const shown = SHOWN_TYPES.has(typeof given) && String(given).length <= LONGEST_SHOWN ? String(given) : '';
  const instead = shown === '' ? '' : `, not \`${shown}\``;
  const wrong =
    MUST_BE.has(kind) || instead === ''
      ? `${field} must be ${expected}${instead}.`
      : `\`${shown}\` is not ${expected}.`;
  return `${wrong} ${suggestion(shown, fault) ?? ''}`.trimEnd();
}

const MUST_BE: ReadonlySet<string> = new Set(['value', 'choice']);
const SHOWN_TYPES: ReadonlySet<string> = new Set(['string', 'number', 'boolean']);
const LONGEST_SHOWN = 60;

/** Names that are few enough to be listed to somebody who used none of them. */
const FEW = 15;

function suggestion(written: string, { known, suggested }: Fault): string | undefined {
  if (suggested !== undefined) return suggested;
  const meant = closestName(written, known) ?? known.find((name) => name.endsWith(`.${written}`));
  if (meant !== undefined) return `Did you mean \`${meant}\`?`;
  const here = known.filter((name) => !name.includes('.'));
  return here.length === 0 || here.length > FEW ? undefined : `It may be ${here.join(', ')}.`;
}

function placeOf({ kind, path }: Fault, file: WrittenFile): Place {
  const place = kind === 'key' ? file.locateKey(path) : file.locate(path);
  return path.length === 0 ? place : { ...place, field: fieldOf(path) };
}

/** `steps[0].with.top` */
export function fieldOf(path: Path): string {
  return path.reduce<string>(
    (field, key) =>
      typeof key === 'number' ? `${field}[${String(key)}]` : field === '' ? key : `${field}.${key}`,
    '',
  );
}

/** What stands at a path, or undefined. */
export function valueAt(whole: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined;
    return isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, whole);
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function presentPart(whole: unknown, path: Path): Path {
  return path.length === 0 || valueAt(whole, path) !== undefined
    ? path
    : presentPart(whole, path.slice(0, -1));
}

/** A value without the parts named, and without what is `null`. Positions in lists stay. */
function without(value: unknown, parts: ReadonlySet<string>, path: Path = []): unknown {
  const part = (inner: unknown, key: string | number): unknown => {
    // Most files have nothing to leave out.
    const at = parts.size === 0 ? path : [...path, key];
    return inner === null || (parts.size > 0 && parts.has(keyOf(at))) ? undefined : without(inner, parts, at);
  };
  if (Array.isArray(value)) return value.map(part);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, part(inner, key)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
}

/** In the order of the file; what has no line comes last. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted(({ place: one }, { place: other }) => {
    const [line = Infinity, otherLine = Infinity] = [one?.line, other?.line];
    return line === otherLine ? (one?.column ?? 0) - (other?.column ?? 0) : line - otherLine;
  });
}

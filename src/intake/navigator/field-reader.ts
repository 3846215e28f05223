import type { Raw } from '../../stix/index.ts';
import { defined, isMapping } from '../../text/index.ts';
import { type Issue, type IssueDeclaration, issueOf } from '../../facts/index.ts';
import { type Annotation, type Extra, hexColorOf } from '../../threat/index.ts';
import { NAVIGATOR_ISSUES } from './issues.ts';

/** A parsed JSON value as one text: strings as they are, the rest as JSON. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * Takes the fields of one object one by one. A value that does not fit its field becomes an annotation,
 * so that it is not lost; what nobody asked for is left in {@link FieldReader.extra}.
 */
export class FieldReader {
  readonly misfits: Annotation[] = [];
  readonly #fields: Raw;
  readonly #path: string;
  readonly #file: string | undefined;
  readonly #issues: Issue[];
  readonly #taken = new Set<string>();

  constructor(fields: Raw, path: string, issues: Issue[], file: string | undefined) {
    this.#fields = fields;
    this.#path = path;
    this.#issues = issues;
    this.#file = file;
  }

  /** A reader for an object within this one; misfits of both end up here. */
  within(name: string): FieldReader {
    return new FieldReader(this.object(name) ?? {}, this.pathOf(name), this.#issues, this.#file);
  }

  /** A reader for an entry of a list of this one. */
  entry(list: string, index: number, value: Raw): FieldReader {
    return new FieldReader(value, `${this.pathOf(list)}[${index}]`, this.#issues, this.#file);
  }

  /** The value whatever it is, taken. */
  take(name: string): unknown {
    this.#taken.add(name);
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  /** Text; numbers and truth values are read as their text. */
  text(name: string): string | undefined {
    const value = this.take(name);
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.fit(name, value, typeof value === 'string' ? value : undefined);
  }

  /** A truth value; scripts write it as text or as 0 and 1, which is remarked upon. */
  flag(name: string): boolean | undefined {
    const value = this.take(name);
    if (typeof value === 'boolean') return value;
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    const truth = TRUTH.get(text.trim().toLowerCase());
    if (truth !== undefined)
      this.report(NAVIGATOR_ISSUES.truthAsText, `\`${name}\` is ${JSON.stringify(value)}.`, name);
    return this.fit(name, value, truth);
  }

  /** A number; older tools write `""` for none, and numbers as text. */
  number(name: string): number | undefined {
    const value = this.take(name);
    if (value === '') return undefined;
    const number = typeof value === 'string' ? Number(value.trim() || Number.NaN) : value;
    return this.fit(name, value, typeof number === 'number' && Number.isFinite(number) ? number : undefined);
  }

  /** A colour, however it is written, as hexadecimal; `""` is none. */
  color(name: string): string | undefined {
    const value = this.take(name);
    if (typeof value === 'string' && value.trim() === '') return undefined;
    return this.fit(name, value, typeof value === 'string' ? hexColorOf(value) : undefined);
  }

  oneOf<Value extends string>(name: string, allowed: readonly Value[]): Value | undefined {
    const value = this.take(name);
    return this.fit(
      name,
      value,
      allowed.find((candidate) => candidate === value),
    );
  }

  object(name: string): Raw | undefined {
    const value = this.take(name);
    return this.fit(name, value, isMapping(value) ? value : undefined);
  }

  /** A list; empty where there is none. */
  list(name: string): readonly unknown[] {
    const value = this.take(name);
    const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    return this.fit(name, value, list) ?? [];
  }

  /** The reading of a value; where there is a value but no reading, it is set aside as a misfit. */
  fit<Reading>(name: string, value: unknown, reading: Reading | undefined): Reading | undefined {
    if (value !== undefined && reading === undefined) this.setAside(name, value);
    return reading;
  }

  setAside(name: string, value: unknown): void {
    this.misfits.push({ name, value: textOf(value) });
    this.report(NAVIGATOR_ISSUES.misfit, `\`${name}\` cannot be ${shorten(textOf(value))}.`, name);
  }

  report(declaration: IssueDeclaration, message: string, field?: string): void {
    const path = field === undefined ? this.#path : this.pathOf(field);
    this.#issues.push(issueOf(declaration, message, defined({ file: this.#file, field: path || undefined })));
  }

  /** Fields that nobody took, in the order of the file. */
  extra(): Extra {
    return Object.fromEntries(Object.entries(this.#fields).filter(([name]) => !this.#taken.has(name)));
  }

  pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }
}

/** Truth values as scripts write them. */
const TRUTH: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** At most 60 characters, for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

import * as z from 'zod/mini';
import { _default as byDefault } from 'zod/mini';

/** How a field of a question is asked for, beside what type it has. */
export interface Parameter {
  /** What it asks for, as a phrase. */
  readonly label: string;
  /** How it is written on a command line: `<group>`, `[name...]`, `-k, --keyword <word>`. */
  readonly spelling: string;
  readonly kind: 'text' | 'flag' | 'integer' | 'number' | 'choice' | 'file';
  /** True where several values are collected. */
  readonly isMany: boolean;
  /** What holds where it is not given, in words. */
  readonly fallback?: string;
  readonly choices?: readonly string[];
  /** Of a value that comes from files on a command line: what they hold. */
  readonly holds?: string;
  /** Of such a value: whether the question cannot be answered without. */
  readonly isNeeded?: boolean;
  /** Of such a value: other fields that say in its place what the question is about. */
  readonly inPlaceOf?: readonly string[];
}

/** Of every field of every question, how it is asked for. */
export const PARAMETERS = z.registry<Parameter>();

type Text = z.ZodMiniString;
type Texts = z.ZodMiniDefault<z.ZodMiniReadonly<z.ZodMiniArray<z.ZodMiniString>>>;

/** What a spelling asks for: `<group>` a text, `[group]` or `--group <name>` one or none, `…...` any number. */
type Spelled<Spelling extends string> = Spelling extends `${string}...${string}`
  ? Texts
  : Spelling extends `<${string}`
    ? Text
    : z.ZodMiniOptional<Text>;

/** A text that stands by itself, without an option before it: `<group>` is needed, `[group]` is not, `…...` takes several. */
export function argument<const Spelling extends string>(spelling: Spelling, label: string): Spelled<Spelling>;
export function argument(spelling: string, label: string): z.ZodMiniType {
  return spelled(spelling, label, 'text');
}

/** A file by its path, as an argument or an option, to be read or written where it is; answers name it without its folders. */
export function path<const Spelling extends string>(spelling: Spelling, label: string): Spelled<Spelling>;
export function path(spelling: string, label: string): z.ZodMiniType {
  return spelled(spelling, label, 'file');
}

function spelled(spelling: string, label: string, kind: 'text' | 'file'): z.ZodMiniType {
  const isNeeded = spelling.startsWith('<');
  const parameter = { label, spelling, kind, isMany: spelling.includes('...') };
  if (!parameter.isMany) return declared(isNeeded ? z.string() : z.optional(z.string()), parameter);
  const texts = z.array(z.string());
  return declared(byDefault(z.readonly(isNeeded ? texts.check(z.minLength(1)) : texts), []), parameter);
}

type Fallback = Pick<Parameter, 'fallback'>;

/** A text. */
export function option(spelling: string, label: string, more: Fallback = {}): z.ZodMiniOptional<Text> {
  return declared(z.optional(z.string()), { label, spelling, kind: 'text', isMany: false, ...more });
}

/** Any number of texts; none by default. */
export function options(spelling: string, label: string, more: Fallback = {}): Texts {
  const texts = byDefault(z.readonly(z.array(z.string())), []);
  return declared(texts, { label, spelling, kind: 'text', isMany: true, ...more });
}

/** Something that is asked for or not; not by default. */
export function flag(
  spelling: string,
  label: string,
  more: Fallback = {},
): z.ZodMiniDefault<z.ZodMiniBoolean> {
  return declared(byDefault(z.boolean(), false), { label, spelling, kind: 'flag', isMany: false, ...more });
}

/** A whole number, 0 or more. */
export function whole(
  spelling: string,
  label: string,
  more: Fallback = {},
): z.ZodMiniOptional<z.ZodMiniNumber> {
  const number = z.optional(z.int().check(z.minimum(0)));
  return declared(number, { label, spelling, kind: 'integer', isMany: false, ...more });
}

/** A number. */
export function decimal(
  spelling: string,
  label: string,
  more: Fallback = {},
): z.ZodMiniOptional<z.ZodMiniNumber> {
  return declared(z.optional(z.number()), { label, spelling, kind: 'number', isMany: false, ...more });
}

/** One of a few words. */
export function choice<const Values extends readonly [string, ...string[]]>(
  spelling: string,
  choices: Values,
  label: string,
  more: Fallback = {},
): z.ZodMiniOptional<z.ZodMiniEnum<{ [Value in Values[number]]: Value }>> {
  const words = z.optional(z.enum(choices));
  return declared(words, { label, spelling, kind: 'choice', isMany: false, choices, ...more });
}

/**
 * A value that a command line takes from a file, and other shells as it is.
 *
 * @param holds what the file holds, e.g. `organisation`: whoever reads files knows how to read it
 * @param more.isMany whether several files make one value
 */
export function fromFile<Value extends z.ZodMiniType>(
  value: Value,
  holds: string,
  spelling: string,
  label: string,
  more: Partial<Pick<Parameter, 'fallback' | 'isMany' | 'inPlaceOf'>> = {},
): Value {
  const isMany = spelling.includes('...');
  const isNeeded = !value.safeParse(undefined).success;
  const parameter = { label, spelling, kind: 'file', isMany, holds, isNeeded, ...more } as const;
  return declared(value.clone(value.def), parameter);
}

/** Any number of files by their paths. */
export function paths(spelling: string, label: string): Texts {
  const texts = byDefault(z.readonly(z.array(z.string())), []);
  return declared(texts, { label, spelling, kind: 'file', isMany: true });
}

/** Which part of the knowledge is asked about: fields of every question that is answered from it. */
export const SELECTION = {
  release: option(
    '--release <release>',
    'answer from this release of ATT&CK, e.g. 17.1, or 17 for its newest',
    {
      fallback: 'the newest loaded',
    },
  ),
  domains: options('--domain <domain>', 'answer from this domain only (repeatable)', {
    fallback: 'all that are loaded',
  }),
  withdrawn: flag('--withdrawn', 'take in revoked and deprecated knowledge, shown as such'),
};

/**
 * A question by its fields, in the order in which they are written on a command line. One that is not answered from a part of the
 * knowledge, or says for itself from which, is a strict object of zod.
 */
export function question<Fields extends z.core.$ZodLooseShape>(
  fields: Fields,
): z.ZodMiniObject<Fields & typeof SELECTION, z.core.$strict> {
  return z.strictObject({ ...fields, ...SELECTION });
}

function declared<Schema extends z.ZodMiniType>(schema: Schema, parameter: Parameter): Schema {
  PARAMETERS.add(schema, parameter);
  z.globalRegistry.add(schema, { description: parameter.label });
  return schema;
}

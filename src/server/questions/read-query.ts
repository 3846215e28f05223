import { errorOf } from '../../facts/index.ts';
import type { NamedParameter } from '../../forms/index.ts';
import { parsedJson } from '../../text/index.ts';
import { SERVER_ISSUES } from '../issues.ts';

/** The words of a query by their names, in the order in which they are given. */
export type Query = Readonly<Record<string, readonly string[]>>;

/** A query as `?group=APT28&limit=5` has it. */
export function queryOf(search: URLSearchParams): Query {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(names.map((name) => [name, search.getAll(name)]));
}

/**
 * The fields of a question that a query gives. What does not fit stays as it is, so that the question refuses it in its own words; so
 * do names that the question does not have.
 *
 * @throws FoeprintError N808 where a field that is no text is not JSON
 */
export function fieldsOf(query: Query, parameters: readonly NamedParameter[]): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(query).map(([name, texts]) => {
      const parameter = parameters.find(({ field }) => field === name);
      return [name, parameter === undefined ? texts : valueOf(parameter, texts)];
    }),
  );
}

function valueOf({ field, kind, isMany, holds }: NamedParameter, texts: readonly string[]): unknown {
  if (holds === undefined && isMany) return texts;
  const [text = '', ...others] = texts;
  // Which of several is meant would be a guess: the question refuses a list.
  return others.length > 0 ? texts : READERS[kind](text, field);
}

const READERS: Readonly<Record<NamedParameter['kind'], (text: string, field: string) => unknown>> = {
  text: (text) => text,
  choice: (text) => text,
  flag: (text) => FLAGS.get(text) ?? text,
  integer: numberOf,
  number: numberOf,
  file: (text, field) => {
    const value = parsedJson(text);
    if (value !== undefined) return value;
    throw errorOf(SERVER_ISSUES.notReadable, `\`${field}\` is no JSON.`, { field });
  },
};

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['', true],
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

function numberOf(text: string): unknown {
  const number = Number(text);
  return text.trim() === '' || !Number.isFinite(number) ? text : number;
}

import { FoeprintError } from '../../facts/index.ts';
import { isArgument, parametersOf, type NamedParameter } from '../../forms/index.ts';
import { foundAbove } from '../../home/index.ts';
import { keptFor } from '../../text/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import type { Call } from '../call/call.ts';
import { READERS, type GivenFiles, type Reader } from './readers.ts';

type Question = Readonly<Record<string, unknown>>;

/** The question that a command line asks: each field from its argument, its option, or the files that this names. Read once. */
export async function questionOf(useCase: Pick<UseCase, 'question'>, call: Call): Promise<Question> {
  return await questionsOf(call)(useCase);
}

const questionsOf = keptFor((call: Call) =>
  keptFor((useCase: Pick<UseCase, 'question'>) => readQuestion(useCase, call)),
);

async function readQuestion(useCase: Pick<UseCase, 'question'>, call: Call): Promise<Question> {
  const parameters = parametersOf(useCase);
  const positional = parameters.filter(isArgument);
  const given = parameters.map((parameter) => {
    const at = positional.indexOf(parameter);
    return { parameter, value: at === -1 ? optionOf(call, parameter) : argumentOf(call, parameter, at) };
  });
  const valueOf = (field: string): unknown => given.find(({ parameter }) => parameter.field === field)?.value;
  const files: GivenFiles = {
    named: (holds) =>
      given.filter(({ parameter }) => parameter.holds === holds).flatMap(({ value }) => textsIn(value)),
    found: (holds) => {
      const { inPlaceOf = [] } = parameters.find((parameter) => parameter.holds === holds) ?? {};
      const name = readerOf(holds).lookedFor;
      const isSaid = inPlaceOf.some((field) => textsIn(valueOf(field)).length > 0);
      return name === undefined || isSaid ? undefined : foundAbove(name, 'file', '.');
    },
  };
  const fields: (readonly [string, unknown])[] = [];
  // One after the other, so that what is remarked upon comes in the order of the options.
  for (const { parameter, value } of given) {
    const { field, holds, isNeeded } = parameter;
    const reader = holds === undefined ? undefined : readerOf(holds);
    const read = reader === undefined ? value : await reader.read(textsIn(value), call, files);
    const isThere = read === undefined ? await reader?.isKept?.(call) : read !== null;
    if (isNeeded === true && reader?.missing !== undefined && isThere !== true)
      throw new FoeprintError([reader.missing]);
    if (read !== undefined) fields.push([field, read]);
  }
  return Object.fromEntries(fields);
}

function argumentOf({ arguments: words }: Call, { isMany }: NamedParameter, at: number): unknown {
  return isMany ? words.slice(at) : words[at];
}

function optionOf({ options }: Call, { option, kind, isMany }: NamedParameter): unknown {
  if (isMany) return options.texts(option);
  return {
    flag: options.flag,
    integer: options.number,
    number: options.number,
    text: options.text,
    choice: options.text,
    file: options.text,
  }[kind](option);
}

function textsIn(value: unknown): readonly string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}

function readerOf(holds: string): Reader {
  const reader = READERS[holds];
  if (reader === undefined) throw new TypeError(`nothing reads files of ${holds}`);
  return reader;
}

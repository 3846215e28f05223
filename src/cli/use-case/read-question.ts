import type { UseCase } from '../../workbench/index.ts';
import type { Call } from '../call.ts';
import { isArgument, parametersOf, type NamedParameter } from './parameters.ts';

/** The question that a command line asks: each field from its argument, its option, or the file that this names. */
export async function questionOf(useCase: UseCase, call: Call): Promise<Readonly<Record<string, unknown>>> {
  const parameters = parametersOf(useCase);
  const positional = parameters.filter(isArgument);
  const fields = await Promise.all(
    parameters.map(async (parameter) => {
      const at = positional.indexOf(parameter);
      const value = at === -1 ? optionOf(call, parameter) : argumentOf(call, parameter, at);
      return [parameter.field, await readWhere(parameter, value)] as const;
    }),
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
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

async function readWhere({ holds }: NamedParameter, value: unknown): Promise<unknown> {
  if (holds === undefined || value === undefined) return value;
  throw new TypeError(`nothing reads files of ${holds} yet`);
}

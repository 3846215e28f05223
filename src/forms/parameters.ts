import { PARAMETERS, type Parameter } from '../answers/index.ts';
import type { UseCase } from '../workbench/index.ts';

/** A field of a question and how it is written on a command line. */
export interface NamedParameter extends Parameter {
  /** Name of the field. */
  readonly field: string;
  /** Name under which the parser gives the value: `--as-of <day>` → `asOf`; empty for arguments. */
  readonly option: string;
}

/** The fields of a question in the order of its schema. */
export function parametersOf({ question }: Pick<UseCase, 'question'>): readonly NamedParameter[] {
  const fields: unknown = Reflect.get(question.def, 'shape');
  return Object.entries(typeof fields === 'object' && fields !== null ? fields : {}).map(
    ([field, schema]) => {
      const parameter = PARAMETERS.get(schema);
      if (parameter === undefined)
        throw new TypeError(`the field ${field} has no spelling on a command line`);
      return { field, option: optionName(parameter.spelling), ...parameter };
    },
  );
}

/** Name under which the parser gives the value of an option: `--as-of <day>` → `asOf`. */
export function optionName(spelling: string): string {
  return longName(spelling)
    .slice(2)
    .replaceAll(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/** Whether it stands by itself, without an option before it. */
export function isArgument({ option }: NamedParameter): boolean {
  return option === '';
}

/** `-k, --keyword <word>` → `--keyword`; empty for an argument. */
export function longName(spelling: string): string {
  return /--[\w-]+/u.exec(spelling)?.[0] ?? '';
}

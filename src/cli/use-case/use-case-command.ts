import {
  DRAWING_OPTIONS,
  formOptionOf,
  formsOf,
  isArgument,
  optionName,
  parametersOf,
  type NamedParameter,
} from '../../forms/index.ts';
import { defined } from '../../text/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import type { CommandDeclaration, OptionDeclaration } from '../call/command.ts';
import { askedInstead, besideOf } from './beside.ts';
import { READERS } from './readers.ts';

const RULES_OPTION: OptionDeclaration = {
  flags: '--rules <pack>',
  help: 'rule pack to reason with: standard, reference, or a .dl file (repeatable)',
  many: true,
  fallback: 'as configured: standard',
};

const FORCE_OPTION: OptionDeclaration = {
  flags: '--force',
  help: 'with `--out FOLDER/`: write also over files that were there before, or were changed since',
};

/** The command that asks a use case: what its row says, as the parser and help want it. */
export function useCaseCommand(useCase: UseCase): CommandDeclaration {
  const declared = declarationOf(useCase);
  const forms = formsOf(useCase);
  const beside = besideOf(useCase);
  return {
    ...declared,
    options: [
      ...declared.options,
      ...beside.flatMap(({ options }) => options),
      ...formOptionsOf(useCase),
      ...(useCase.layers === undefined ? [] : DRAWING_OPTIONS),
      ...(useCase.files === undefined ? [] : [FORCE_OPTION]),
      // What is asked of a part of the knowledge may rest on rules.
      ...(parametersOf(useCase).some(({ field }) => field === 'release') ? [RULES_OPTION] : []),
    ],
    examples: [...declared.examples, ...beside.flatMap(({ instead }) => instead?.examples ?? [])],
    endings: forms.flatMap(({ endings }) => endings),
    otherEndings: (options) => askedInstead(useCase, options)?.endings,
    forms: forms.map(({ name }) => name),
    hasFiles: useCase.files !== undefined,
    beside: beside.flatMap(({ writes }) => writes ?? []),
    formOption: optionName(formOptionOf(useCase).spelling),
    answer: async (call) => await (await import('./answer-use-case.ts')).answerUseCase(useCase, call),
  };
}

/** What a command is called, and what it takes: every field of its question as an argument or an option. */
export function declarationOf({
  name,
  summary,
  details,
  question,
  examples,
}: Pick<UseCase, 'name' | 'summary' | 'details' | 'question' | 'examples'>): Omit<
  CommandDeclaration,
  'answer'
> {
  const parameters = parametersOf({ question });
  return {
    name,
    summary,
    ...(details === undefined ? {} : { details }),
    arguments: parameters
      .filter(isArgument)
      .map(({ spelling, label }) => ({ syntax: spelling, help: label })),
    options: parameters.flatMap((parameter) => (isArgument(parameter) ? [] : optionsOf(parameter))),
    examples,
  };
}

/** The option of a field, and those that say how its files are read. */
function optionsOf(parameter: NamedParameter): readonly OptionDeclaration[] {
  return [optionOf(parameter), ...(READERS[parameter.holds ?? '']?.options ?? [])];
}

function optionOf({ spelling, label, kind, isMany, fallback, choices }: NamedParameter): OptionDeclaration {
  return {
    flags: spelling,
    help: label,
    ...(isMany ? { many: true } : {}),
    ...(kind === 'integer' || kind === 'number' ? { value: kind } : {}),
    ...defined({ choices, fallback }),
  };
}

/** The option that asks for a form; none where there are no forms, or where it is one of the question itself. */
function formOptionsOf(useCase: UseCase): readonly OptionDeclaration[] {
  const { spelling, label } = formOptionOf(useCase);
  const names = formsOf(useCase).map(({ name }) => name);
  const isOfQuestion = parametersOf(useCase).some((parameter) => parameter.spelling === spelling);
  if (names.length === 0 || isOfQuestion) return [];
  return [{ flags: spelling, help: label, ...(spelling.includes('<') ? { choices: names } : {}) }];
}

import type { UseCase } from '../../workbench/index.ts';
import type { CommandDeclaration, OptionDeclaration } from '../command.ts';
import { RULES_OPTION } from '../selection-options.ts';
import { formsOf } from './forms.ts';
import { READERS } from './readers.ts';
import { isArgument, parametersOf, type NamedParameter } from './parameters.ts';

/** The command that asks a use case: what its row says, as the parser and help want it. */
export function useCaseCommand(useCase: UseCase): CommandDeclaration {
  const parameters = parametersOf(useCase);
  const forms = formsOf(useCase);
  return {
    name: useCase.name,
    summary: useCase.summary,
    ...(useCase.details === undefined ? {} : { details: useCase.details }),
    arguments: parameters
      .filter(isArgument)
      .map(({ spelling, label }) => ({ syntax: spelling, says: label })),
    options: [
      ...parameters.flatMap((parameter) => (isArgument(parameter) ? [] : optionsOf(parameter))),
      ...(forms.length === 0 ? [] : [formOption(forms.map(({ name }) => name))]),
      RULES_OPTION,
    ],
    examples: useCase.examples.map(({ line, label }) => ({ line, says: label })),
    endings: forms.flatMap(({ endings }) => endings),
    load: async () => {
      const { answerUseCase, levelOfUseCaseRefusal } = await import('./answer-use-case.ts');
      return {
        answer: async (opened) => await answerUseCase(useCase, opened),
        refusalLevel: async (opened, refused) => await levelOfUseCaseRefusal(useCase, opened, refused),
      };
    },
  };
}

/** The option of a field, and those that say how its files are read. */
function optionsOf(parameter: NamedParameter): readonly OptionDeclaration[] {
  return [optionOf(parameter), ...(READERS[parameter.holds ?? '']?.options ?? [])];
}

function optionOf({ spelling, label, kind, isMany, fallback, choices }: NamedParameter): OptionDeclaration {
  return {
    flags: spelling,
    says: label,
    ...(isMany ? { many: true } : {}),
    ...(kind === 'integer' || kind === 'number' ? { value: kind } : {}),
    ...(choices === undefined ? {} : { choices }),
    ...(fallback === undefined ? {} : { fallback }),
  };
}

function formOption(choices: readonly string[]): OptionDeclaration {
  return { flags: '--as <form>', says: 'in this form; also by the ending of --out', choices };
}

import { endingOf, formOptionOf, formsOf, OF_FORMAT, optionName, type Form } from '../../forms/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import type { CallOptions } from '../call/call.ts';

/** The form that is asked for by name, or by the ending of `--out`; undefined where a document is meant. */
export function formAsked(useCase: UseCase, options: CallOptions): Form | undefined {
  if (options.flag('json')) return undefined;
  const forms = formsOf(useCase);
  const option = optionName(formOptionOf(useCase).spelling);
  if (options.flag(option)) return forms[0];
  const named = options.text(option);
  if (named !== undefined) return forms.find(({ name }) => name === named);
  const format = options.text('format');
  if (format !== undefined) return forms.find(({ name }) => name === format && OF_FORMAT.has(name));
  const ending = endingOf(options.text('out'));
  if (ending === 'pdf' && options.flag('onlyMarked')) return forms.find(({ name }) => name === 'pdf');
  return ending === ''
    ? forms.find(({ name }) => name === useCase.printedAs)
    : forms.find(({ endings }) => endings.includes(ending));
}

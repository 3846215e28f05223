import type { Envelope } from '../../answers/index.ts';
import { ask, type UseCase } from '../../workbench/index.ts';
import type { Access } from '../../desk/index.ts';
import type { OptionDeclaration } from '../call/command.ts';
import { layersTextOf } from './matrix-forms.ts';
import { optionName } from './parameters.ts';

/** A file that is written beside the answer where an option names it. */
interface Beside extends OptionDeclaration {
  readonly isOf: (useCase: UseCase) => boolean;
  /** @param inFull the question, asked for all that there is */
  readonly text: (
    useCase: UseCase,
    envelope: Envelope,
    inFull: unknown,
    access: Access,
  ) => string | Promise<string>;
}

/** The files that can be written beside answers. */
const BESIDE: readonly Beside[] = [
  {
    flags: '--layer <file>',
    help: 'also write it as a Navigator layer',
    isOf: (useCase) => useCase.layers !== undefined && useCase.printedAs === undefined,
    text: async (useCase, _, inFull, access) => {
      const { inLayers } = await import('./on-matrix.ts');
      return await layersTextOf(await ask(inLayers(useCase), inFull, access));
    },
  },
  {
    flags: '--save-run <file>',
    help: 'keep what came of it as JSON, to compare a later run with it',
    isOf: ({ isKept }) => isKept === true,
    text: (_, envelope) => `${JSON.stringify(envelope, undefined, 1)}\n`,
  },
];

/** The files that can be written beside the answers of a use case. */
export function besideOf(useCase: UseCase): readonly (Beside & { readonly option: string })[] {
  return BESIDE.filter(({ isOf }) => isOf(useCase)).map((row) => ({ ...row, option: optionName(row.flags) }));
}

import { errorOf } from '../../facts/index.ts';
import { DRAWING_OPTIONS, optionName } from '../../forms/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import { formNames } from '../answering/answer-in.ts';
import { MEDIA_TYPES } from '../answering/media-types.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { AskedForm } from './asked.ts';
import type { Query } from './read-query.ts';

/** What asks for a form by its name, before what the header `Accept` says. */
export const FORMAT = 'format';

/** How matrices are drawn, by the names under which a query says it. */
export const DRAWING_NAMES: readonly string[] = DRAWING_OPTIONS.map(({ flags }) => optionName(flags));

/**
 * The form that a request asks for: by name, else by the media types that it accepts, the most welcome first; JSON where all are.
 *
 * @param accept the header `Accept`
 * @throws FoeprintError N806 where the answer has no such form, N812
 */
export function askedForm(useCase: UseCase, options: Query, accept: string | undefined): AskedForm {
  const names = formNames(useCase);
  const named = options[FORMAT]?.at(-1);
  const form = named === undefined ? acceptable(names, accept) : names.find((name) => name === named);
  if (form === undefined)
    throw errorOf(
      SERVER_ISSUES.unknownForm,
      `\`${useCase.name}\` has no form “${named ?? accept ?? ''}”.`,
      { field: FORMAT },
      `It answers as ${names.join(', ')}: say which as \`${FORMAT}\`.`,
    );
  return { form, options: drawnAs(options) };
}

function drawnAs(options: Query): AskedForm['options'] {
  return Object.fromEntries(
    DRAWING_OPTIONS.flatMap(({ flags, choices = ['true', 'false'] }) => {
      const name = optionName(flags);
      const value = options[name]?.at(-1);
      if (value === undefined) return [];
      const meant = value === '' && !flags.includes('<') ? 'true' : value;
      if (choices.includes(meant)) return [[name, meant]];
      throw errorOf(
        SERVER_ISSUES.badDrawing,
        `“${value}” is no value of \`${name}\`.`,
        { field: name },
        `It takes ${choices.join(', ')}.`,
      );
    }),
  );
}

interface Range {
  readonly type: string;
  readonly weight: number;
}

function acceptable(names: readonly string[], accept = '*/*'): string | undefined {
  const ranges = accept
    .split(',')
    .map(rangeOf)
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight);
  for (const { type } of ranges) {
    const found = names.find((name) => isWithin(bareType(MEDIA_TYPES[name]?.type ?? ''), type));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `text/html;q=0.8`. */
function rangeOf(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
  return { type, weight: weight === undefined ? 1 : Number(weight) };
}

function bareType(type: string): string {
  return type.split(';', 1)[0] ?? type;
}

function isWithin(type: string, range: string): boolean {
  return range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

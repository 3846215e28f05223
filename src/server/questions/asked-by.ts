import { errorOf, isCleared, type MarkingLevel } from '../../facts/index.ts';
import { parametersOf } from '../../forms/index.ts';
import { PACK_NAMES } from '../../home/index.ts';
import { tlpNamed } from '../../threat/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import { DRAWING_NAMES, FORMAT } from './asked-form.ts';
import { pageNames } from './asked-page.ts';
import type { Asked } from './asked.ts';
import type { Query } from './read-query.ts';

/** What every question takes beside its own fields, as every command does. */
const OF_EVERY_QUESTION: readonly string[] = ['tlp', FORMAT];

/** What those take that are asked of a part of the knowledge. */
const OF_SELECTIONS: readonly string[] = ['rules'];

/** A query as what every question takes, and the fields of this one. A field of its own that is called so goes before. */
export function takenApart(
  query: Query,
  useCase: Pick<UseCase, 'question' | 'layers' | 'rows'>,
): { readonly options: Query; readonly fields: Query } {
  const own = new Set(parametersOf(useCase).map(({ field }) => field));
  const names = [
    ...OF_EVERY_QUESTION,
    ...pageNames(useCase),
    ...(own.has('release') ? OF_SELECTIONS : []),
    ...(useCase.layers === undefined ? [] : DRAWING_NAMES),
  ];
  const isOption = ([name]: readonly [string, unknown]): boolean => names.includes(name) && !own.has(name);
  const entries = Object.entries(query);
  return {
    options: Object.fromEntries(entries.filter(isOption)),
    fields: Object.fromEntries(entries.filter((entry) => !isOption(entry))),
  };
}

/**
 * For whom a question is asked, and by which rules.
 *
 * @param most how far answers may go for whoever asks: less may be asked for, never more
 * @throws FoeprintError N807, N809
 */
export function askedBy(
  { tlp = [], rules = [] }: Query,
  most: MarkingLevel,
): Pick<Asked, 'clearance' | 'rules'> {
  const named = levelNamed(tlp.at(-1));
  const clearance = named !== undefined && isCleared(named, most) ? named : most;
  const shipped: readonly string[] = PACK_NAMES;
  const foreign = rules.find((name) => !shipped.includes(name));
  if (foreign !== undefined)
    throw errorOf(SERVER_ISSUES.shippedPacksOnly, `“${foreign}” is no name of a rule pack.`, {
      field: 'rules',
    });
  return { clearance, rules };
}

function levelNamed(text: string | undefined): MarkingLevel | undefined {
  if (text === undefined) return undefined;
  const level = tlpNamed(text);
  if (level !== undefined) return level.name;
  throw errorOf(SERVER_ISSUES.unknownLevel, `“${text}” is no level of the Traffic Light Protocol.`, {
    field: 'tlp',
  });
}

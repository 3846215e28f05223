import { errorOf } from '../../facts/index.ts';
import type { UseCase } from '../../workbench/index.ts';
import { LIMIT, limitsItself, type Page } from '../answering/page.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Query } from './read-query.ts';

/** Under this name a query says how many of the main list are left out before a page. */
export const OFFSET = 'offset';

/** As many stand on a page where nothing else is said. */
const USUAL = 100;

/** What a query says of pages: nothing of those whose answer is no list; of those that limit themselves, where one begins. */
export function pageNames(useCase: Pick<UseCase, 'question' | 'rows'>): readonly string[] {
  if (useCase.rows === undefined) return [];
  return limitsItself(useCase) ? [OFFSET] : [OFFSET, LIMIT];
}

/**
 * The page that is asked for; undefined: all of the answer.
 *
 * @param asked what the query says of pages
 * @param own the limit that the question has, where it limits itself
 * @throws FoeprintError N816
 */
export function askedPage(asked: Query, own: unknown): Page | undefined {
  const offset = numberIn(asked, OFFSET);
  const limit = numberIn(asked, LIMIT);
  if (offset === undefined && limit === undefined) return undefined;
  return { offset: offset ?? 0, limit: limit ?? (isCount(own) ? own : USUAL) };
}

function numberIn(asked: Query, name: string): number | undefined {
  const text = asked[name]?.at(-1);
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/u.test(text)) return Number(text);
  throw errorOf(SERVER_ISSUES.noPage, `“${text}” is no number of rows.`, { field: name });
}

/** What the question itself refuses is left to it. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 1e9;
}

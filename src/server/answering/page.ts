import type { Envelope } from '../../answers/index.ts';
import { parametersOf } from '../../forms/index.ts';
import { isMapping } from '../../text/index.ts';
import type { UseCase } from '../../workbench/index.ts';

/** The part of the main list of an answer that is asked for. */
export interface Page {
  /** How many are left out before it. */
  readonly offset: number;
  /** The most that are given. */
  readonly limit: number;
}

/** Which part was given. */
export interface GivenPage extends Page {
  /** How many there are in all, where that is known. */
  readonly total?: number;
  /** Whether there are more behind it, or may be. */
  readonly hasMore: boolean;
}

/** Under this name a question, or a query, says how many are wanted. */
export const LIMIT = 'limit';

/** Whether the question has a limit of its own: what it does not ask for is not looked up. */
export function limitsItself(useCase: Pick<UseCase, 'question'>): boolean {
  return parametersOf(useCase).some(({ field }) => field === LIMIT);
}

/** The question to be asked for a page. */
export function askedForPage(
  useCase: Pick<UseCase, 'question'>,
  question: Readonly<Record<string, unknown>>,
  { offset, limit }: Page,
): Readonly<Record<string, unknown>> {
  return limitsItself(useCase) ? { ...question, [LIMIT]: offset + limit } : question;
}

/**
 * An envelope whose answer has a page of its main list, which is what the row of the use case calls its `rows`; everything else of it
 * stays as it is.
 */
export function pageOf(
  useCase: UseCase,
  envelope: Envelope,
  { offset, limit }: Page,
): { readonly envelope: Envelope; readonly page: GivenPage } {
  const { answer } = envelope;
  const rows = useCase.rows?.(answer) ?? [];
  const end = offset + limit;
  // Of one that limits itself, as many as were asked for may be all that there are.
  const isWhole = !limitsItself(useCase) || rows.length < end;
  return {
    envelope: {
      ...envelope,
      question: limitsItself(useCase)
        ? { ...asMapping(envelope.question), [LIMIT]: limit }
        : envelope.question,
      answer: withList(answer, rows, rows.slice(offset, end)),
    },
    page: {
      offset,
      limit,
      hasMore: isWhole ? rows.length > end : limit > 0,
      ...(isWhole ? { total: rows.length } : {}),
    },
  };
}

/** An answer with another list in place of one of its own. */
function withList(answer: unknown, list: readonly unknown[], other: readonly unknown[]): unknown {
  if (!isMapping(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([field, value]) => [field, value === list ? other : value]),
  );
}

function asMapping(question: unknown): object {
  return isMapping(question) ? question : {};
}

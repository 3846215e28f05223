import * as z from 'zod/mini';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { count, optional, text } from '../../answers/index.ts';
import { errorOf } from '../../facts/index.ts';
import { toUtf8 } from '../../text/index.ts';
import { MCP_ISSUES } from '../issues.ts';

/** How many rows a page has where nothing is said, and at most. */
const ROWS = { byDefault: 20, most: 50 } as const;

/** Which part of a long list is asked for: fields of every tool that gives one. */
export const PAGED = {
  limit: z
    .optional(z.int().check(z.minimum(1), z.maximum(ROWS.most)))
    .check(z.describe(`rows to give, 1 … ${ROWS.most}; default ${ROWS.byDefault}`)),
  cursor: z
    .optional(z.string())
    .check(z.describe('`next_cursor` of the page before, with the same other arguments')),
};

/** How a list goes on: fields of every result with one. */
export const PAGE = {
  total: count('rows that there are in all'),
  next_cursor: optional(text('where the next page begins: hand it on as `cursor`; absent on the last page')),
};

/** A page of a list. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly next_cursor?: string;
}

/**
 * The part of a list that is asked for.
 *
 * @param of what the list depends on: a cursor of anything else is refused
 * @throws FoeprintError M102
 */
export function pageOf<Row>(
  rows: readonly Row[],
  {
    limit = ROWS.byDefault,
    cursor,
  }: { readonly limit?: number | undefined; readonly cursor?: string | undefined },
  of: string,
): Page<Row> {
  const digest = bytesToHex(sha256(toUtf8(of))).slice(0, 16);
  const begin = cursor === undefined ? 0 : beginOf(cursor, digest, rows.length);
  const end = begin + limit;
  return {
    rows: rows.slice(begin, end),
    total: rows.length,
    ...(end < rows.length ? { next_cursor: `${digest}.${end}` } : {}),
  };
}

function beginOf(cursor: string, digest: string, length: number): number {
  const [, of, place] = /^([0-9a-f]{16})\.(\d{1,9})$/u.exec(cursor) ?? [];
  const begin = Number(place);
  if (of === digest && begin < length) return begin;
  throw errorOf(MCP_ISSUES.wrongCursor, 'The cursor is none of this list.', { field: 'cursor' });
}

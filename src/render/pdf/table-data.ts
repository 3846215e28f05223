import { sum } from '../../text/index.ts';
import type { Table } from '../document.ts';
import { columnWidths, type ColumnWish } from './column-widths.ts';
import type { Pen } from './pen.ts';
import type { Words } from './words.ts';

/** A table as the template takes it. Lengths are points. */
export interface TableData {
  readonly kind: 'table';
  readonly size: number;
  /** Between columns. */
  readonly gap: number;
  readonly columns: readonly { readonly width: number; readonly align: 'left' | 'right' | 'center' }[];
  readonly head: RowData;
  readonly rows: readonly RowData[];
}

interface RowData {
  readonly cells: readonly Words[];
  /** Whether it may go on on the next page: one that is so tall that it could fill a page. */
  readonly breakable: boolean;
}

/** Font sizes to try: the first in which no word needs breaking. */
const SIZES = [8.8, 8, 7.2] as const;
const SMALLEST = 6.4;

/** Between columns at most. */
const GAP = 10;

/** Longer words (addresses, hashes) do not keep a column broad. */
const LONGEST_WHOLE = 130 / SIZES[0];

/** Typst measures more exactly: a column is broader by so much than its words, lest they wrap. */
const SPARE = 0.6;

/** A row of more lines, as measured here, may be broken between pages. */
const MOST_LINES_WHOLE = 24;

/**
 * A table with columns as broad as its words want, in a font as small as they need.
 *
 * @param isDense whether much is to stand on a page: the largest font is left out
 */
export function tableData(
  { columns, rows }: Table,
  width: number,
  pen: Pen,
  isDense = false,
): readonly TableData[] {
  if (columns.length === 0) return [];
  const head = columns.map(({ title }) => pen.words(title));
  const body = rows.map((row) => columns.map((_, index) => pen.words(row[index] ?? '')));
  const gap = Math.min(GAP, width / columns.length / 4);
  const { size, widths } = fitted(
    wishesOf(head, body, pen),
    width - gap * (columns.length - 1),
    SIZES.slice(isDense ? 1 : 0),
  );
  const rowData = (words: readonly Words[]): RowData => ({
    cells: words.map((each, index) => pen.broken(each, (widths[index] ?? 0) / size)),
    breakable: words.some(
      (each, index) => pen.measured(each).whole * size > MOST_LINES_WHOLE * (widths[index] ?? 0),
    ),
  });
  const looks = columns.map(({ align = 'left' }, index) => ({ align, width: widths[index] ?? 0 }));
  return [{ kind: 'table', size, gap, columns: looks, head: rowData(head), rows: body.map(rowData) }];
}

/** What each column wants in size 1. */
function wishesOf(
  head: readonly Words[],
  rows: readonly (readonly Words[])[],
  pen: Pen,
): readonly ColumnWish[] {
  const wishes = head.map((words) => pen.measured(words, true));
  for (const row of rows)
    row.forEach((words, index) => {
      const { whole, word } = pen.measured(words);
      const wish = wishes[index] ?? { whole, word };
      wishes[index] = { whole: Math.max(wish.whole, whole), word: Math.max(wish.word, word) };
    });
  return wishes.map(({ whole, word }) => ({ whole, word: Math.min(word, LONGEST_WHOLE) }));
}

/** The largest size in which no word needs breaking, or the smallest, and the widths of the columns in it. */
function fitted(
  wishes: readonly ColumnWish[],
  room: number,
  sizes: readonly number[],
): { readonly size: number; readonly widths: readonly number[] } {
  const words = sum(wishes.map(({ word }) => word));
  const size = sizes.find((each) => words * each <= room) ?? SMALLEST;
  const scaled = wishes.map(({ whole, word }) => ({
    whole: whole * size + SPARE,
    word: word * size + SPARE,
  }));
  return { size, widths: columnWidths(scaled, room) };
}

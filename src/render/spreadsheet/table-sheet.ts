import { displayWidth, highest, sum, webAddress } from '../../text/index.ts';
import type { CsvValue } from '../csv.ts';
import type { DataTable } from '../data-table.ts';
import type { CellStyle, Sheet, SheetCell } from './workbook.ts';

const HEAD: CellStyle = { bold: true, fill: '#e8ebf0', border: true, wrap: true };
const LINK: CellStyle = { color: '#0b5cad', underlined: true, wrap: true };

/** Bounds of the widths of columns, in characters: what is longer is wrapped. */
const NARROWEST = 7;
const WIDEST = 60;
/** Columns that name a row stay in sight, as long as they leave room for the others. */
const NAMING = 2;
const MOST_FROZEN = 60;

/** A table as a sheet: as wide as its content, with a head that filters, stays in sight, and stands on every page that is printed. */
export function tableSheet({ name, heads, rows }: DataTable): Sheet {
  const cells = rows.map((row) => row.map(cellOf));
  const widths = heads.map((head, column) =>
    widthOf(
      head,
      cells.map((row) => row[column]),
    ),
  );
  return {
    name,
    widths,
    rows: [
      { cells: heads.map((value) => ({ value, style: HEAD })) },
      ...cells.map((row) => ({ cells: row })),
    ],
    frozen: { rows: 1, columns: sum(widths.slice(0, NAMING)) > MOST_FROZEN ? 0 : NAMING },
    filterRow: 0,
    isPrinted: true,
  };
}

/** Room for the longest line, and for the button at a head. */
function widthOf(head: string, cells: readonly (SheetCell | undefined)[]): number {
  const lines = cells.flatMap((cell) => shownAs(cell).split('\n')).map(displayWidth);
  return Math.min(WIDEST, Math.max(NARROWEST, displayWidth(head) + 3, highest(lines) + 2));
}

function shownAs(cell: SheetCell | undefined): string {
  const format = cell?.style?.format;
  return format === undefined
    ? String(cell?.value ?? '')
    : { share: '100.0%', day: DAY, moment: MOMENT }[format];
}

const DAY = '2026-01-01';
const MOMENT = `${DAY} 00:00`;

function cellOf(value: CsvValue): SheetCell | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'number') return { value };
  if (typeof value !== 'object') return dateCell(String(value)) ?? textCell(String(value));
  if (value.kind === 'share') return { value: value.share, style: { format: 'share' } };
  return textCell(value.text, value.address);
}

/** What is an address leads there itself. */
function textCell(value: string, address: string = value): SheetCell {
  return webAddress(address) === undefined
    ? { value, style: { wrap: true } }
    : { value, address, style: LINK };
}

const DATE = /^(?:19[0-9]{2}|2[0-9]{3})-\d\d-\d\d(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)Z?)?$/u;

/** Spreadsheets count days since this one; they agree on all from March 1900 on. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_LENGTH = 86_400_000;

/** A day, or a moment in UTC; undefined where a text is none. */
function dateCell(text: string): SheetCell | undefined {
  const [found, time] = DATE.exec(text) ?? [];
  if (found === undefined || text < '1900-03') return undefined;
  const moment = Date.parse(time === undefined ? text : `${text.slice(0, 10)}T${time}Z`);
  // February 30 is none: Date takes it for a day of March.
  if (Number.isNaN(moment) || new Date(moment).toISOString().slice(0, 10) !== text.slice(0, 10))
    return undefined;
  return {
    value: (moment - FIRST_DAY) / DAY_LENGTH,
    style: { format: time === undefined ? 'day' : 'moment' },
  };
}

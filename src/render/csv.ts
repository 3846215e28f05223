import { neutralise } from '../text/index.ts';

/** What a cell may hold; undefined gives an empty one. */
export type CsvValue = string | number | boolean | undefined;

/**
 * A table as CSV (RFC 4180: comma, CRLF, quotes doubled), UTF-8 without a byte order mark. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it, which spreadsheets show as text; numbers stay numbers,
 * negative ones too. Line feeds within cells stay; other characters that act on a screen are made visible, as tables are also read
 * there.
 *
 * Rows shorter than the heads are filled up with empty cells.
 */
export function csv(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const line = (cells: readonly CsvValue[]): string => heads.map((_, index) => cell(cells[index])).join(',');
  return [heads, ...rows].map((cells) => `${line(cells)}\r\n`).join('');
}

/** Excel, LibreOffice and Google Sheets start a formula at these; tabs and returns are stripped before they look (OWASP, “CSV Injection”). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(value: CsvValue): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const shown = neutralise(value);
  const text = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

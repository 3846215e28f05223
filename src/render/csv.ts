import { neutralise, webAddress } from '../text/index.ts';
import type { Link, Reference } from './inline.ts';

/** A share of 1, e.g. 0.25, which spreadsheets show as 25.0%. */
export interface Share {
  readonly kind: 'share';
  readonly share: number;
}

/** What a cell may hold; undefined gives an empty one. Links and references lead to their addresses where cells can. */
export type CsvValue = string | number | boolean | undefined | Share | Link | Reference;

/** A share of 1 in a cell. */
export const share = (value: number): Share => ({ kind: 'share', share: value });

/**
 * A table as CSV (RFC 4180: comma, CRLF, quotes doubled), UTF-8 without a byte order mark. Text that a spreadsheet
 * would take for a formula gets an apostrophe before it, which spreadsheets show as text; numbers stay numbers,
 * negative ones too, and so do shares. The address of a link follows its words. Line feeds within cells stay; other characters that
 * act on a screen are made visible, as tables are also read there.
 *
 * Rows shorter than the heads are filled up with empty cells.
 */
export function csv(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const line = (cells: readonly CsvValue[]): string => heads.map((_, index) => cell(cells[index])).join(',');
  return [heads, ...rows].map((cells) => `${line(cells)}\r\n`).join('');
}

/** Excel, LibreOffice and Google Sheets start a formula at these; tabs and returns are stripped before they look (OWASP, “CSV Injection”). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(given: CsvValue): string {
  const value = typeof given === 'object' ? plainValue(given) : given;
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  const shown = neutralise(value);
  const text = FORMULA.test(shown) ? `'${shown}` : shown;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function plainValue(value: Share | Link | Reference): string | number {
  if (value.kind === 'share') return value.share;
  if (value.kind === 'reference') return value.text;
  const address = webAddress(value.address);
  return address === undefined || address === value.text ? value.text : `${value.text} ${address}`;
}

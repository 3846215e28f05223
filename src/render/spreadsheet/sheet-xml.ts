import type { CellStyles } from './cell-styles.ts';
import type { CellRange, Sheet, SheetCell, SheetRow } from './workbook.ts';
import { element, webAddress, xmlText } from '../../text/index.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** The most that a cell can hold, in UTF-16 units. */
const LONGEST_TEXT = 32_767;

/** A sheet as `xl/worksheets/sheetN.xml`; the parts in the order that the format demands. Its links are relations by their place. */
export function sheetXml(
  sheet: Sheet,
  styles: CellStyles,
  isFirst: boolean,
  links: readonly SheetLink[],
  marking?: string,
): string {
  return element(
    'worksheet',
    { xmlns: MAIN, ...(links.length === 0 ? {} : { 'xmlns:r': OFFICE }) },
    (sheet.isPrinted === true ? FITTED : '') +
      viewXml(sheet, isFirst) +
      element('sheetFormatPr', { defaultRowHeight: 13 }) +
      columnsXml(sheet.widths) +
      element('sheetData', {}, sheet.rows.map((row, index) => rowXml(row, index, styles)).join('')) +
      filterXml(sheet) +
      mergedXml(sheet.merged ?? []) +
      linksXml(links) +
      (sheet.isPrinted === true ? LANDSCAPE : '') +
      headerXml(marking, sheet.isPrinted === true),
  );
}

function viewXml({ frozen }: Sheet, isFirst: boolean): string {
  const selected = isFirst ? { tabSelected: 1 } : {};
  const pane =
    frozen === undefined || frozen.rows + frozen.columns === 0 ? '' : paneXml(frozen.rows, frozen.columns);
  return element(
    'sheetViews',
    {},
    element('sheetView', { showGridLines: 0, ...selected, workbookViewId: 0 }, pane),
  );
}

function paneXml(rows: number, columns: number): string {
  const activePane = rows === 0 ? 'topRight' : columns === 0 ? 'bottomLeft' : 'bottomRight';
  return element('pane', {
    xSplit: columns === 0 ? undefined : columns,
    ySplit: rows === 0 ? undefined : rows,
    topLeftCell: cellName(rows, columns),
    activePane,
    state: 'frozen',
  });
}

function columnsXml(widths: readonly number[]): string {
  if (widths.length === 0) return '';
  const columns = widths.map((width, index) =>
    element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
  );
  return element('cols', {}, columns.join(''));
}

function rowXml({ height, cells }: SheetRow, row: number, styles: CellStyles): string {
  const content = cells
    .map((cell, column) => (cell === undefined ? '' : cellXml(cell, row, column, styles)))
    .join('');
  const high = height === undefined ? {} : { ht: height, customHeight: 1 };
  return element('row', { r: row + 1, ...high }, content);
}

function cellXml({ value, style = {} }: SheetCell, row: number, column: number, styles: CellStyles): string {
  const isLiteral = typeof value === 'string' && /^[=+\-@\t\r\n]/.test(value);
  const place = { r: cellName(row, column), s: styles.numberOf(style, isLiteral) };
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value)))
    return element('c', place);
  if (typeof value === 'number') return element('c', place, element('v', {}, String(value)));
  const text = element('t', { 'xml:space': 'preserve' }, cellText(value));
  return element('c', { ...place, t: 'inlineStr' }, element('is', {}, text));
}

/** Text as a cell holds it: `_x0041_` in it would be read as an escaped letter. */
function cellText(text: string): string {
  const escaped = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return xmlText(escaped.length <= LONGEST_TEXT ? escaped : `${escaped.slice(0, LONGEST_TEXT - 1)}…`);
}

function filterXml({ filterRow, widths, rows }: Sheet): string {
  if (filterRow === undefined) return '';
  const range = {
    row: filterRow,
    column: 0,
    lastRow: Math.max(filterRow, rows.length - 1),
    lastColumn: widths.length - 1,
  };
  return element('autoFilter', { ref: rangeName(range) });
}

/** What stands above and below every printed page: the marking, and of tables the sheet and the page. An ampersand would begin a code. */
function headerXml(marking: string | undefined, isPrinted: boolean): string {
  const middle = marking === undefined ? '' : `&C${marking.replaceAll('&', ' ')}`;
  const foot = isPrinted ? `&L&A${middle}&R&P / &N` : middle;
  if (foot === '') return '';
  const head = middle === '' ? '' : element('oddHeader', {}, xmlText(middle));
  return element('headerFooter', {}, head + element('oddFooter', {}, xmlText(foot)));
}

const FITTED = element('sheetPr', {}, element('pageSetUpPr', { fitToPage: 1 }));
/** A4, as many pages high as it takes; margins in inches. */
const LANDSCAPE =
  element('pageMargins', { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }) +
  element('pageSetup', { paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });

/** A cell that leads somewhere. */
export interface SheetLink {
  readonly cell: string;
  readonly address: string;
}

/** Excel refuses a sheet with more links, and a link that is longer. */
const MOST_LINKS = 65_530;
const LONGEST_LINK = 2079;

/** The links of a sheet, each a relation of its own part; others than to the web are none. */
export function linksOf({ rows }: Sheet): readonly SheetLink[] {
  return rows
    .flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => {
        const address = cell?.address === undefined ? undefined : webAddress(cell.address);
        return address === undefined || address.length > LONGEST_LINK
          ? []
          : [{ cell: cellName(row, column), address }];
      }),
    )
    .slice(0, MOST_LINKS);
}

function linksXml(links: readonly SheetLink[]): string {
  if (links.length === 0) return '';
  const all = links.map(({ cell }, index) => element('hyperlink', { ref: cell, 'r:id': `rId${index + 1}` }));
  return element('hyperlinks', {}, all.join(''));
}

function mergedXml(ranges: readonly CellRange[]): string {
  if (ranges.length === 0) return '';
  const merged = ranges.map((range) => element('mergeCell', { ref: rangeName(range) })).join('');
  return element('mergeCells', { count: ranges.length }, merged);
}

function rangeName({ row, column, lastRow, lastColumn }: CellRange): string {
  return `${cellName(row, column)}:${cellName(lastRow, lastColumn)}`;
}

/** `B3` for row 2, column 1. */
export function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCodePoint(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}

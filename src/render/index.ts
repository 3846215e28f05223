export * from './layout/style.ts'; // how pieces of text look: the names, and no colour
export * from './document.ts'; // a report before it has a form
export * from './inline.ts'; // running text within it
export { renderBlock, type BlockRenderers } from './block-renderers.ts'; // for a form of one's own
export { documentMarkdown } from './document-markdown.ts'; // as GitHub-flavoured Markdown
export { documentHtml, type HtmlOptions } from './document-html.ts'; // as one HTML page
export { documentText, type TextOptions } from './document-text.ts'; // as wrapped text
export { WIDEST_PROSE, wrap, wrapWithin } from './layout/wrap.ts';
export { csv, share, type CsvValue, type Share } from './csv.ts'; // a table for spreadsheets
export { writeWorkbook } from './spreadsheet/write-workbook.ts'; // a workbook → an Excel file
export type { Workbook, Sheet, SheetRow, SheetCell, CellStyle, CellRange } from './spreadsheet/workbook.ts';
export { documentTables } from './document-tables.ts'; // the tables of a document
export { dataTable, tableCsv, type Columns, type DataTable } from './data-table.ts'; // values in rows and columns → CSV
export { tablesXlsx } from './spreadsheet/tables-xlsx.ts'; // → an Excel file

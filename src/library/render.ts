// Documents, tables and drawings of one's own, as Foeprint makes its answers: two pure rooms, so that it runs in browsers as well.
// What needs Node or a package of its own (PDF, PNG) is at the front door.
export {
  bullets,
  code,
  codeBlock,
  keyNumbers,
  details,
  emphasis,
  figure,
  heading,
  item,
  link,
  numbered,
  paragraph,
  quote,
  reference,
  strong,
  table,
} from '../render/index.ts'; // parts of a document
export type {
  Block,
  BlockKinds,
  Code,
  CodeBlock,
  Column,
  Content,
  Details,
  Document,
  Drawing,
  Emphasis,
  Figure,
  Heading,
  Inline,
  KeyNumber,
  KeyNumbers,
  Link,
  List,
  ListItem,
  Paragraph,
  Quote,
  Reference,
  Strong,
  Table,
} from '../render/index.ts';
export {
  documentHtml,
  documentMarkdown,
  documentText,
  type HtmlOptions,
  type TextOptions,
} from '../render/index.ts'; // a document → a page, Markdown, text
export { pieces, plain, renderBlock, type BlockRenderers } from '../render/index.ts'; // for a form of one's own
export { csv, documentTables, share, tableCsv, tablesXlsx } from '../render/index.ts'; // rows → files for spreadsheets
export type { CsvValue, DataTable, Share } from '../render/index.ts';
export { writeWorkbook } from '../render/index.ts'; // a workbook → an Excel file
export type { CellRange, CellStyle, Sheet, SheetCell, SheetRow, Workbook } from '../render/index.ts';
export { barChart, stackedBarChart } from '../draw/index.ts'; // values as bars, for a figure
export type { Bar, BarChart, ChartPart, StackedBar, StackedBarChart } from '../draw/index.ts';
export { explanationMermaid, explanationSvg, type DiagramOptions } from '../draw/index.ts'; // an explanation → a drawing
export { renderMatrixSvg, type MatrixDrawingOptions } from '../draw/index.ts'; // a layer on its matrix → a drawing
export type { Explanation } from '../answers/index.ts'; // what is drawn
export type { AttackMatrix, Layer } from '../threat/index.ts';

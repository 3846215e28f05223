export * from './layout/style.ts'; // how pieces of text look: the names, and no colour
export { explanationText, type TextOptions } from './explanation/explanation-text.ts'; // an explanation for a terminal
export * from './document/document.ts'; // a report before it has a form
export * from './document/inline.ts'; // running text within it
export { renderBlock, type BlockRenderers } from './document/block-renderers.ts'; // for a form of one's own
export { headingAnchors } from './document/heading-anchors.ts'; // what leads to a heading
export { manyLines, oneLine } from './layout/one-line.ts'; // text from outside, neutralised
export { webAddress } from './escape/web-address.ts'; // an address that may become a link
export { documentMarkdown } from './document/document-markdown.ts'; // as GitHub-flavoured Markdown
export { documentHtml, type HtmlOptions } from './document/document-html.ts'; // as one HTML page
export { documentText, type DocumentTextOptions } from './document/document-text.ts'; // as wrapped text
export { writeLayer, writeLayers } from './navigator/write-layer.ts'; // layers → a Navigator file, format 4.5
export { explanationJson } from './explanation/explanation-json.ts'; // an explanation for programs
export { explanationMermaid, type DiagramOptions } from './explanation/explanation-mermaid.ts'; // its graph as a Mermaid diagram
export { describeExplanation, explanationSvg } from './explanation/explanation-svg.ts'; // its graph as an SVG drawing
export {
  explanationBlocks,
  explanationDrawing,
  explanationFigure,
} from './explanation/explanation-blocks.ts'; // an explanation in a report
export { csv, type CsvValue } from './csv.ts'; // a table for spreadsheets
export {
  derivedBundle,
  derivedRelationshipId,
  type Creator,
  type DerivedBundleRequest,
} from './stix/derived-bundle.ts'; // derived facts as STIX
export * from './stix/derived-fact.ts'; // a derived fact on its way there
export {
  DERIVATION_EXTENSION_ID,
  DERIVATION_SCHEMA,
  FOEPRINT_IDENTITY,
  type StixObject,
} from './stix/derivation-extension.ts'; // the extension that says how
export { joinMarkings } from './stix/join-markings.ts'; // markings of what is made from marked things
export { markText, type TextForm } from './marking/mark-text.ts'; // a text that says how far it may go
export { markPng } from './marking/mark-png.ts'; // pictures whose data say so
export { markSvg } from './marking/mark-svg.ts'; // drawings that say so, to be made into pictures
export { EXPORT_ISSUES } from './issues.ts'; // what can be wrong with what an export is asked for
export { profileDocument } from './profile/profile-document.ts'; // a group's profile as a report
export { PROFILE_HEADS, profileCsv, profileRows } from './profile/profile-table.ts'; // its techniques as rows, and as CSV
export { profileXlsx } from './profile/profile-workbook.ts'; // a profile as an Excel file
export { compareDocument } from './compare/compare-document.ts'; // groups compared, as a report
export { compareCsv } from './compare/compare-table.ts'; // the same as CSV
export { overlapDocument, overlapMatrixCsv, overlapPairsCsv } from './compare/overlap-document.ts'; // all groups with each other, as a report and as CSV
export { overlapSvg } from './compare/overlap-svg.ts'; // the same as a heat map
export { timelineDocument } from './timeline/timeline-document.ts'; // a group's timeline as a report
export { timelineCsv } from './timeline/timeline-table.ts'; // the same as CSV
export { timelineSvg } from './timeline/timeline-svg.ts'; // the same as a chart
export { renderMatrixSvg, type MatrixDrawingOptions } from './matrix/render-matrix-svg.ts'; // a layer on its matrix → SVG
export { ATTACK_NOTICE } from './matrix/matrix-words.ts'; // what the ATT&CK terms of use ask to be shown
export { renderMatrixXlsx, type MatrixWorkbookOptions } from './matrix/render-matrix-xlsx.ts'; // layers on their matrix → an Excel file
export { writeWorkbook } from './spreadsheet/write-workbook.ts'; // a workbook → an Excel file
export type { Workbook, Sheet, SheetRow, SheetCell, CellStyle, CellRange } from './spreadsheet/workbook.ts';
export { profileLayer, type ProfileLayerOptions } from './profile/profile-layer.ts'; // profiles → a layer with the evidence in each cell
export { barChart, type Bar, type BarChart } from './charts/bar-chart.ts'; // values as bars, for a figure
export {
  stackedBarChart,
  type ChartPart,
  type StackedBar,
  type StackedBarChart,
} from './charts/stacked-bar-chart.ts'; // sums as bars of their parts, for a figure
export { expectedLayer, type ExpectedLayerOptions } from './threats/expected-layer.ts'; // what to expect, as a layer with the evidence in each cell
export { EXPECTED_HEADS, expectedCsv, expectedRows, expectedXlsx } from './threats/expected-table.ts'; // the same as rows, CSV and an Excel file
export {
  PRIORITY_HEADS,
  prioritiesCsv,
  prioritiesXlsx,
  type PrioritiesTable,
} from './threats/priorities-table.ts'; // what to do first, as CSV and an Excel file
export { fileName } from './threats/wording.ts'; // what a report calls a file

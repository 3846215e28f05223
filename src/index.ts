// The library's front door: a home, the questions that it answers, what changes it, and the forms of answers. See examples/.
export { openHome, type OpenHome } from './library/index.ts'; // what is kept, and the questions that it answers
export { answerFiles, type AnswerFilesOptions } from './library/index.ts'; // one question of files, without a home
export { documentOf, filesOf, USE_CASES } from './workbench/index.ts'; // every question by its name; an answer → a document
export type { Answered, AnswerFile, Example, TextOf, UseCase, UseCaseName } from './workbench/index.ts';
export type { AnswerOf, EnvelopeOf, QuestionOf } from './library/index.ts'; // their types, by the same names
export type { DerivedFact, Envelope, Explanation } from './answers/index.ts';
export type { AccessOptions, Home, HomeOptions, HomePaths } from './home/index.ts';

export { loadCaseFile } from './library/index.ts'; // into a home: cases
export { loadSource, refreshSource, syncSources } from './home/index.ts'; // into a home: files, addresses, sources by name
export type { LoadOptions, LoadReport, SyncOptions, SyncReport } from './home/index.ts';
export { addReports } from './home/index.ts'; // into a home: reports, to be read and reviewed
export type { AddedReports, AddReportsOptions, ReportStated } from './home/index.ts';
export type { AddedReport, ListedReport, LoadedReport } from './answers/index.ts';
export { loadReports, type LoadedReports, type LoadReportsOptions } from './library/index.ts'; // what they state, as facts
export type { Limits, Progress, ProgressEvent } from './acquisition/index.ts'; // how much is taken in, and signs of life
export type { IngestReport } from './knowledge/index.ts'; // what came of one bundle
export { assertFact } from './library/index.ts'; // what analysts say, one by one
export { retractAssertion } from './home/index.ts';
export type { Assertion } from './stix/index.ts';
export {
  forgetSource,
  purgeForgotten,
  takeBack,
  type ForgetOptions,
  type Forgotten,
  type ForgottenCopy,
} from './home/index.ts'; // a source out, and back
export { dumpTo, rebuildHome, restoreFrom, type DumpCounts } from './home/index.ts'; // all of it ⇄ one file; anew from the kept copies

export { readCoverage, readOrganisation, readPlaybook, readPlaybookRun } from './home/index.ts'; // what questions are given, from files
export type {
  CoverageFile,
  CoverageFiles,
  CoverageSearch,
  OrganisationFile,
  PlaybookFile,
} from './home/index.ts';
export type { EarlierRun } from './answers/index.ts';
export { readLayers, type LayersReading } from './intake/index.ts'; // a Navigator file of any version → layers
export { readReports } from './intake/index.ts'; // a report in STIX, MISP, DeTT&CT or Attack Flow → what it names
export type { ReportsReading, StructuredReport } from './intake/index.ts';
export type { MentionKind, ReportKind, ReportMention } from './threat/index.ts';
export { claimsOf } from './threat/index.ts'; // coverage as questions take it
export type { Coverage, CoverageClaim, Domain, Layer, LayerCell, Organisation } from './threat/index.ts';

export { documentHtml, documentMarkdown, documentText } from './render/index.ts'; // a document → a page, Markdown, text
export type { Document, HtmlOptions, TextOptions } from './render/index.ts';
export { documentPdf, type PdfOptions } from './render/pdf/index.ts'; // a document → PDF
export { tableCsv, tablesXlsx, type DataTable } from './render/index.ts'; // tables of an answer → files for spreadsheets
export { svgToPng, type PngOptions } from './draw/rasterise/index.ts'; // a drawing → a picture
export { explanationMermaid, explanationSvg, type DiagramOptions } from './draw/index.ts'; // an explanation → a drawing
export { explanationText } from './report/index.ts'; // the same for a terminal
export { derivedBundle, type DerivedBundleRequest } from './export/index.ts'; // derived facts → STIX
export { reportBundle, reportEvent, type ReportExport, type StatedThing } from './export/index.ts'; // what a report states → STIX, MISP
export { combineLayers, matrixOf } from './analysis/index.ts'; // layers and an expression → a layer; what is in view → its matrix
export type { Combination, CombinationOptions, LayerOperand } from './analysis/index.ts';
export type { AttackMatrix } from './threat/index.ts';
export { renderMatrixSvg, type MatrixDrawingOptions } from './draw/index.ts'; // layers → drawings
export { renderMatrixXlsx, writeLayer, writeLayers, type MatrixWorkbookOptions } from './export/index.ts'; // layers → files

export { FoeprintError, formatIssue, type Issue, type MarkingLevel, type Place } from './facts/index.ts'; // what is wrong, and how it is said
export { neutralise } from './text/index.ts'; // text from outside, made safe to show
export type { KnowledgeBase, KnowledgeView, Selection } from './knowledge/index.ts'; // what a home keeps

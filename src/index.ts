// The library's front door: what the command line does, as functions. See examples/.
export * from './workbench/index.ts'; // the questions: groups, techniques, why, what to do
export { DEFAULT_PLAYBOOK, type Playbook, type PlaybookStep, type StepName } from './answers/index.ts'; // an investigation as steps
export * from './home/index.ts'; // where knowledge is kept, loaded from, and opened
export * from './report/index.ts'; // answers → documents
export { documentHtml, documentMarkdown, documentText, type Document } from './render/index.ts'; // documents → text and pages
export { explanationMermaid, explanationSvg, overlapSvg, timelineSvg } from './draw/index.ts'; // answers → drawings
export {
  derivedBundle,
  explanationJson,
  timelineCsv,
  type DerivedBundleRequest,
  type DerivedFact,
} from './export/index.ts'; // answers → tables, and files of other tools
export type { Timeline } from './analysis/index.ts'; // how groups work, compare and evolve
export type {
  GroupDiff,
  MigrationEntry,
  ReleaseDiff,
  ReleaseTarget,
  Resolution,
  Standing,
} from './analysis/index.ts'; // two releases, and the way from one to the other
export type { Explanation, ExplainedFact, ProofNode } from './analysis/index.ts'; // what answers are made of
export { neutralise } from './text/index.ts';
export { FoeprintError, formatIssue } from './facts/index.ts'; // what can be wrong, and how it is said
export type { Citation, Evidence, Issue, Source } from './facts/index.ts';
export type { KnowledgeBase, KnowledgeView, Selection } from './knowledge/index.ts'; // where told knowledge lives
export { readLayers, type LayersReading } from './intake/index.ts'; // a Navigator file of any version → layers
export { renderMatrixSvg, type MatrixDrawingOptions } from './draw/index.ts'; // layers → drawings
export { writeLayer, writeLayers, renderMatrixXlsx, type MatrixWorkbookOptions } from './export/index.ts'; // layers → files
export { combineLayers, matrixOf } from './analysis/index.ts'; // layers → a new layer; what is in view → its matrix
export type { AttackMatrix, Combination, CombinationOptions, LayerOperand } from './analysis/index.ts';
export { cellOf, layerOf, type Domain, type Layer, type LayerCell } from './threat/index.ts'; // marks on techniques
export type {
  Coverage,
  CoverageKind,
  CoverageLevel,
  Organisation,
  OrganisationControls,
  OwnSighting,
  Partner,
} from './threat/index.ts'; // whom adversaries would attack, and what is done against it
export { svgToPng, type PngOptions } from './draw/rasterise/index.ts'; // a drawing → a picture
export { documentPdf, type PdfOptions } from './render/pdf/index.ts'; // a document → PDF

// The library's front door: what the command line does, as functions. See examples/.
export * from './workbench/index.ts'; // the questions: groups, techniques, why, what to do
export * from './home/index.ts'; // where knowledge is kept, loaded from, and opened
export * from './report/index.ts'; // answers → documents
export {
  documentHtml,
  documentMarkdown,
  documentText,
  explanationJson,
  explanationMermaid,
  explanationSvg,
  explanationText,
  derivedBundle,
  type DerivedBundleRequest,
  type DerivedFact,
  type Document,
} from './export/index.ts'; // documents and explanations → text, pages, drawings, STIX
export type { Explanation, ExplainedFact, Mention, ProofNode } from './analysis/index.ts'; // what answers are made of
export { FoeprintError, formatIssue, neutralise } from './facts/index.ts'; // what can be wrong, and how it is said
export type { Citation, Evidence, Issue, Source } from './facts/index.ts';
export type { KnowledgeBase, KnowledgeView, Selection } from './knowledge/index.ts'; // where told knowledge lives

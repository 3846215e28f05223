export { tokenAddDocument, tokensDocument } from './tokens-document.ts'; // tokens of the API
export * from './groups/groups-document.ts'; // groups by keywords
export * from './techniques/techniques-document.ts'; // techniques of groups, usage counts
export { matrixDocument, matrixTables } from './techniques/matrix-document.ts'; // tactics and techniques of the matrix
export { detectionsDocument, mitigationsDocument } from './techniques/defences-document.ts'; // mitigations, detections
export { techniqueDocument } from './pages/technique-document.ts'; // all of one technique
export { softwareDocument } from './pages/software-document.ts'; // of one piece of software
export { campaignDocument } from './pages/campaign-document.ts'; // of one campaign
export { campaignTables, softwareTables, techniqueTables } from './pages/page-tables.ts'; // the same as tables
export { detectionsTables, mitigationsTables } from './techniques/defence-tables.ts'; // the same as tables
export * from './knowledge/catalogue-document.ts'; // catalogues
export { namesDocument } from './knowledge/names-document.ts'; // everything by all its names
export * from './knowledge/search-document.ts'; // search hits
export * from './knowledge/vocabulary-document.ts'; // words that are understood
export * from './knowledge/show-document.ts'; // one thing
export * from './knowledge/status-document.ts'; // what is loaded
export { sourcesDocument } from './knowledge/sources-document.ts'; // the sources that are loaded
export { journalDocument, undoDocument } from './journal/journal-document.ts'; // who changed what
export { forgetDocument } from './knowledge/forget-document.ts'; // what went with a source
export * from './explanation/explanation-document.ts'; // why a fact holds
export * from './playbook/walkthrough-document.ts'; // the whole investigation
export { derivedFactsDocument } from './explanation/derived-facts-document.ts'; // what rules derive
export { rulesCheckDocument } from './explanation/rules-check-document.ts'; // what is wrong with rules
export * from './explanation/query-document.ts'; // questions in the rule language, the rules
export * from './knowledge/loading-document.ts'; // what came of loading
export { aboutDocument } from './about-document.ts'; // Foeprint itself
export * from './config-document.ts'; // the settings in force
export { layersDocument } from './layers/layers-document.ts'; // layers, and how much they mark
export * from './done-document.ts'; // that something was done
export { printsDocument, printsTables } from './groups/prints-document.ts'; // how many techniques of each tactic groups use
export * from './groups/aliases-document.ts'; // who goes by a name
export * from './knowledge/assertions-document.ts'; // what analysts and cases say
export { diffDocument } from './releases/diff-document.ts'; // what is different between two releases
export { newsTables } from './releases/news-tables.ts'; // the same as a table
export { newsDocument } from './releases/news-document.ts'; // what changed for one’s groups, organisation and gaps
export * from './releases/migration-document.ts'; // what came of carrying documents to another release
export * from './threats/organisation-document.ts'; // whom adversaries would attack, as it was understood
export { threatsDocument } from './threats/threats-document.ts'; // groups in order for an organisation, and why
export { whatIfDocument } from './threats/what-if-document.ts'; // what that order rests on
export { traitsDocument, traitsTables } from './victims/traits-document.ts'; // what groups are documented with
export * from './victims/overlap-sectors-document.ts'; // how alike sectors are by their groups
export * from './groups/victims-document.ts'; // whom a group attacks, and of how many groups that is known
export { expectDocument } from './threats/expect-document.ts'; // what groups lead one to expect, and why
export { expectTables } from './threats/expect-tables.ts'; // the same as tables
export { prioritiesDocument } from './threats/priorities-document.ts'; // what helps most against it
export { prioritiesTables } from './threats/priorities-tables.ts'; // the same as tables
export { planDocument } from './planning/plan-document.ts'; // what to build first
export { planTables } from './planning/plan-tables.ts'; // the same as tables
export { playbookDocument } from './playbook/playbook-document.ts'; // what came of a playbook
export { explanationText, explanationsText } from './explanation/explanation-text.ts'; // an explanation for a terminal
export { profileDocument } from './groups/profile-document.ts'; // how a group works
export { profileTables } from './groups/profile-tables.ts'; // the same as tables
export { compareDocument } from './groups/compare-document.ts'; // groups compared, as a report
export { compareTables } from './groups/compare-tables.ts'; // the same as a table
export { overlapDocument } from './groups/overlap-document.ts'; // all groups with each other
export { overlapMatrixTable, overlapTables } from './groups/overlap-tables.ts'; // the same as tables
export { timelineDocument } from './groups/timeline-document.ts'; // a group's timeline as a report
export { timelineTables } from './groups/timeline-tables.ts'; // the same as a table
export { emulateDocument } from './emulation/emulate-document.ts'; // a plan for an exercise
export { emulateTables } from './emulation/emulate-tables.ts'; // the same as tables
export { exerciseDocument } from './emulation/exercise-document.ts'; // the same to work through, with places for results
export { triageDocument } from './triage/triage-document.ts'; // what an incident means
export { triageTables } from './triage/triage-tables.ts'; // the same as tables
export { sigmaDocument, sigmaPackDocument } from './sigma/sigma-document.ts'; // Sigma rules for techniques, and the index of a folder
export { sigmaTables } from './sigma/sigma-tables.ts'; // the same as tables
export { sigmaCheckDocument, sigmaCheckTables } from './sigma/check-document.ts'; // what is wrong with Sigma rules
export { sigmaTestDocument, sigmaTestTables } from './sigma/test-document.ts'; // which of them match which events
export { sightingsImportDocument } from './sightings/import-document.ts'; // what came of importing sightings
export { sightingsShowDocument, sightingsShowTables } from './sightings/show-document.ts'; // the sightings behind a number
export { sightingsSummaryDocument, sightingsSummaryTables } from './sightings/summary-document.ts'; // what was seen, in short
export { sectorsDocument } from './sightings/sectors-document.ts'; // how alike sectors are by what was seen there
export { sectorsMatrixTable, sectorsPivotTable, sectorsTables } from './sightings/sectors-tables.ts'; // the same as tables
export {
  coverageImportDocument,
  coverageListDocument,
  coverageRemoveDocument,
} from './coverage/inventory-documents.ts'; // coverage that a home keeps
export {
  reportAddDocument,
  reportForgetDocument,
  reportListDocument,
} from './reports/report-list-document.ts'; // reports that a home keeps
export { coverageGapsDocument, coverageShowDocument } from './coverage/coverage-documents.ts'; // how far detection has come
export { dashboardDocument } from './dashboard/dashboard-document.ts'; // threats and defences at a glance
export { dashboardTables } from './dashboard/dashboard-tables.ts';
export { coverageGapsTables, coverageShowTables } from './coverage/coverage-tables.ts';
export { sightingsListDocument } from './sightings/list-document.ts'; // the sightings that were imported
export * from './sightings/changes-document.ts'; // sightings removed, joined, published, made up
export { sightingsInitClusterDocument } from './sightings/cluster-document.ts'; // tables of a cluster
export { reportDocument } from './reports/report-document.ts'; // what a report states
export { reportExportDocument, reportLoadDocument } from './reports/report-load-document.ts'; // what came of loading it
export { reportTextDocument } from './reports/report-text-document.ts'; // its words
export { reportTables } from './reports/report-tables.ts';
export { reportReviewDocument } from './reports/review-document.ts'; // what was decided of it
export { reportLearnDocument } from './reports/learn-document.ts'; // what was learnt from that

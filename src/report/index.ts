export * from './groups/groups-report.ts'; // groups by keywords
export * from './techniques/techniques-report.ts'; // techniques of groups, usage counts
export * from './techniques/defences-report.ts'; // mitigations, detections
export * from './knowledge/catalogue-report.ts'; // catalogues
export * from './knowledge/search-report.ts'; // search hits
export * from './knowledge/show-report.ts'; // one thing
export * from './knowledge/status-report.ts'; // what is loaded
export { sourcesReport } from './knowledge/sources-report.ts'; // the sources that are loaded
export { forgetReport } from './knowledge/forget-report.ts'; // what went with a source
export * from './explanation/explanation-report.ts'; // why a fact holds
export * from './playbook/walkthrough-report.ts'; // the whole investigation
export { derivedFactsReport } from './explanation/derived-facts-report.ts'; // what rules derive
export * from './explanation/query-report.ts'; // questions in the rule language, the rules
export * from './knowledge/loading-report.ts'; // what came of loading
export * from './config-report.ts'; // the settings in force
export { layersDocument } from './layers/layers-document.ts'; // layers, and how much they mark
export * from './done-report.ts'; // that something was done
export { count } from './words.ts'; // 1 group, 3 groups
export * from './groups/aliases-report.ts'; // who goes by a name
export * from './knowledge/assertions-report.ts'; // what analysts and cases say
export * from './releases/diff-report.ts'; // what is different between two releases
export * from './releases/migration-report.ts'; // what came of carrying documents to another release
export * from './threats/organisation-report.ts'; // whom adversaries would attack, as it was understood
export { describeOrganisation, threatsDocument } from './threats/threats-document.ts'; // groups in order for an organisation, and why
export { whatIfDocument } from './threats/what-if-document.ts'; // what that order rests on
export * from './groups/victims-report.ts'; // whom a group attacks, and of how many groups that is known
export { expectDocument } from './threats/expect-document.ts'; // what groups lead one to expect, and why
export { expectTables } from './threats/expect-tables.ts'; // the same as tables
export { prioritiesDocument } from './threats/priorities-document.ts'; // what helps most against it
export { prioritiesTables } from './threats/priorities-tables.ts'; // the same as tables
export { playbookDocument } from './playbook/playbook-document.ts'; // what came of a playbook
export { explanationText, explanationsText } from './explanation/explanation-text.ts'; // an explanation for a terminal
export {
  explanationBlocks,
  explanationDrawing,
  explanationFigure,
} from './explanation/explanation-blocks.ts'; // an explanation in a report
export { profileDocument } from './groups/profile-document.ts'; // how a group works
export { profileTables } from './groups/profile-tables.ts'; // the same as tables
export { compareDocument } from './groups/compare-document.ts'; // groups compared, as a report
export { compareTables } from './groups/compare-tables.ts'; // the same as a table
export { overlapDocument } from './groups/overlap-document.ts'; // all groups with each other
export { overlapMatrixTable, overlapTables } from './groups/overlap-tables.ts'; // the same as tables
export { timelineDocument } from './groups/timeline-document.ts'; // a group's timeline as a report
export { timelineTables } from './groups/timeline-tables.ts'; // the same as a table

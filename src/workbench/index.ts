export { USE_CASES, type UseCaseName } from './use-cases/index.ts'; // the table of the questions that users ask
export * from './use-case.ts'; // one of them, with all that shells need
export { ask, notEmpty, selectionOf } from './ask.ts'; // a question → its answer in an envelope
export { sayFault } from './wrong-question.ts'; // what is wrong with a field of a question
export { dayOrLastChange } from './names/asked-day.ts'; // the day that answers are as of
export { documentOf, sayLeftOut } from './document-of.ts'; // an envelope → the answer for people
export { tablesOf } from './tables-of.ts'; // an envelope → tables for spreadsheets
export { filesOf } from './files-of.ts'; // an envelope → the files of a folder
export { inLayers, onMatrix, type Layers, type LayersOnMatrix } from './layers/on-matrix.ts'; // layers with the matrix that they are drawn on
export * from './issues.ts'; // what can be wrong with a question
export * from './threats/threats-batch.ts'; // a ranking for one of many victims, to be scored from outside
export * from './triage/predictions.ts'; // the same for many incidents
export { findAssertion, nameResolver } from './knowledge/assertions.ts'; // what analysts and cases say, and what the names in it mean
export * from './knowledge/remarks-on-sources.ts'; // what is to be minded of a source beside all others
export { rulesInForce } from './explanation/rules.ts'; // the rules in force
export { playbookYaml } from './playbook/playbook-yaml.ts'; // the default playbook as a file to edit
export { triageAlerts, type TriagedAlert } from './triage/triage-alerts.ts'; // alerts one by one, for programs
export { mappingsFrom } from './planning/frameworks.ts'; // how mappings of controls came into view
export { extractSentences, extractTechniques } from './reports/many-reports.ts'; // what each of many reports states, to be scored from outside
export { decisionOn, type Decided } from './reports/decide.ts'; // what a reviewer says of a suggestion, as it is kept
export { sentencesDecided } from './reports/model/labelled-samples.ts'; // what a model can learn from decisions
export { tryLearning, useLabelled, type Learning } from './reports/model/learn-labelled.ts'; // how it reads before and after
export { givenReport } from './reports/show.ts'; // a kept report as one that is given
export { reportFacts, type ReportFacts } from './reports/report-facts.ts'; // what it states as facts
export { findReport } from './reports/find-report.ts'; // a kept report by its label, id or title
export { countedInventory } from './coverage/inventories.ts'; // coverage that a home keeps
export { sigmaMatching } from './sigma/test.ts'; // Sigma rules held against events as they come
export { knownWords, type KnownWords } from './sightings/known-words.ts'; // what words of sightings are by what is loaded

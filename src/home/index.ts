export { SETTINGS } from './settings/config-schema.ts'; // every setting there is
export { DEFAULT_CONFIG, type RuleSettings } from './settings/config.ts';
export { refusal } from './issues.ts'; // what cannot be done with a home
export { foundAbove } from './found-above.ts'; // a file or folder of a name, here or above
export { Home, openHome, type HomeOptions, type HomePaths } from './home.ts'; // a user's knowledge and configuration
export { loadSource, refreshSource, type LoadOptions, type LoadReport } from './loading/load-source.ts'; // a location → stored, and a copy kept
export { syncSources, type SyncOptions, type SyncReport } from './loading/sync-sources.ts'; // sources by name
export { makeFolder } from './locking/make-folder.ts'; // a folder, with those above it
export { ownFolder } from './locking/own-folder.ts'; // for what a process needs while it runs
export { replaceFile } from './locking/write-atomically.ts'; // a file that is not ours to keep, replaced as a whole
export { dumpTo, restoreFrom, type DumpCounts } from './files/dump-file.ts'; // the whole knowledge base ⇄ one file
export { rebuildHome } from './copies/rebuild-home.ts'; // kept copies → knowledge base, in the place of what is there
export {
  forgetSource,
  purgeForgotten,
  takeBack,
  type ForgetOptions,
  type Forgotten,
} from './copies/forget-source.ts'; // take a source out, and back
export { type ForgottenCopy } from './copies/forgotten-copies.ts'; // what was forgotten and can be taken back
export { PACK_NAMES } from './packs.ts'; // rule packs that come with the product
export { readRuleSet } from './settings/rule-set.ts'; // rule packs and files as read
export { assertFact, isCaseFile, loadCaseFile, retractAssertion } from './loading/cases.ts'; // what analysts and cases say
export { loadReport, unloadReport, type ReportLoading } from './loading/load-report.ts'; // facts that a kept report states
export { keepOrganisation, keptOrganisation, removeOrganisation } from './files/kept-organisation.ts'; // the organisation that a home keeps
export {
  fileNamedIn,
  readOrganisation,
  readSentOrganisation,
  type OrganisationFile,
} from './files/organisation.ts'; // org.yaml → whom adversaries would attack
export {
  readCoverage,
  withNames,
  type CoverageFile,
  type CoverageFiles,
  type CoverageSearch,
} from './coverage/read-coverage-files.ts'; // files, folders, archives → what they say is covered
export { inventoryId, keepCoverage, keptCoverage, removeCoverage } from './coverage/coverage-store.ts'; // coverage that a home keeps
export { addReports, type AddedReports, type AddReportsOptions } from './reports/add-reports.ts'; // files, folders, addresses → reports that are kept
export { readReportsAt } from './reports/read-reports-at.ts'; // one place → the reports there, not kept
export { reportLimits, reportsIn, type AboutReports, type ReportsIn } from './reports/reports-in.ts'; // bytes → the reports in them
export { keepLabelledSentences } from './reports/labelled-sentences.ts'; // what the model learns from beside what is in view
export {
  addDecisions,
  withdrawDecisions,
  keepReport,
  keptReports,
  removeReports,
  reportId,
  type KeptReports,
  type ReportStanding,
  type ReportStated,
} from './reports/report-store.ts'; // reports that a home keeps
export { readPlaybook, readPlaybookRun, type PlaybookFile } from './files/playbook-file.ts'; // playbooks, and runs that were saved
export { readCostsFile } from './files/costs-file.ts'; // what things cost in a plan
export { accessTo, openSolver, clearedTo, type AccessOptions } from './access.ts'; // what questions of a home are answered from
export {
  addToken,
  isValid,
  keptTokens,
  noteUse,
  revokeTokens,
  shownToken,
  tokenOf,
  type KeptToken,
  type NewToken,
} from './tokens/token-store.ts'; // who is let in to the API
export { VERSION } from './version.ts'; // of Foeprint
export { importSightings, type ImportReport } from './importing/import-sightings.ts'; // an input of sightings → a batch
export { importEach } from './importing/import-each.ts'; // several, whatever comes of one
export { RejectsFile } from './importing/rejects.ts';
export type { ImportOptions, ImportProgress } from './importing/import-options.ts';
export { findInputs } from './importing/input/find-inputs.ts';
export { columnsOf } from './importing/read-table-input.ts'; // names of the columns of a table
export { generateSightings, type MadeUp } from './sightings/generate-sightings.ts'; // sightings for demonstrations
export { removeSightings } from './sightings/remove-sightings.ts'; // batches of sightings, taken out
export { initClusterOf } from './sightings/open-cluster.ts'; // tables of a cluster that keeps sightings
export { loadedSightings, type LoadedSightings } from './importing/loaded-sightings.ts'; // sources loaded that hold sightings
export { pseudonyms } from './importing/pseudonyms.ts'; // what stands for organisations that are not to be named
export { readJournal, recorded, undoEntry, type Deed, type JournalEntry } from './journal/journal.ts'; // who changed what, and back
export { ROLES, type Role } from './journal/journal-file.ts';
export type { Change as JournalChange } from './journal/change.ts';

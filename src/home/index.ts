export { homeFolder } from './home-folder.ts'; // where the home is
export type { Environment, HomeCircumstances } from './home-folder.ts';
export { HOME_CONFIG, PROJECT_CONFIG, readConfiguration } from './settings/read-config.ts'; // configuration files → settings, with located issues
export type { Configuration } from './settings/read-config.ts';
export { SETTINGS } from './settings/settings.ts'; // every setting there is
export { CONFIG_FILE } from './settings/config-schema.ts';
export { DEFAULT_CONFIG } from './settings/config.ts';
export type { Config, RuleSettings, ScoreSettings, SourceSetting } from './settings/config.ts';
export { HOME_ISSUES, refusal } from './issues.ts'; // everything that can be wrong
export type { HomeIssueName } from './issues.ts';
export { Home, openHome } from './home.ts'; // a user's knowledge and configuration
export type { HomeOptions, HomePaths } from './home.ts';
export { loadSource, refreshSource } from './loading/load-source.ts'; // a location → stored, and a copy kept
export type { LoadOptions, LoadReport } from './loading/load-source.ts';
export { syncAttack, syncGalaxy, syncSources } from './loading/sync-sources.ts'; // sources by name
export { INTERVALS, isDue, type Interval } from './settings/schedule.ts'; // when a source is to be asked for again
export { GALAXY, GALAXY_CLUSTERS } from './loading/galaxy-clusters.ts'; // what `misp-galaxy` stands for
export type { SyncOptions, SyncReport } from './loading/sync-sources.ts';
export { replaceFile } from './locking/write-atomically.ts'; // a file that is not ours to keep, replaced as a whole
export { dumpTo, restoreFrom, type DumpCounts } from './files/dump-file.ts'; // the whole knowledge base ⇄ one file
export { rebuildFrom } from './copies/rebuild.ts'; // kept copies → knowledge base
export { rebuildHome } from './copies/rebuild-home.ts'; // the same in the place of what is there
export {
  forgetSource,
  purgeForgotten,
  takeBack,
  type ForgetOptions,
  type Forgotten,
} from './copies/forget-source.ts'; // take a source out, and back
export { listForgotten, type ForgottenCopy } from './copies/forgotten-copies.ts'; // what was forgotten and can be taken back
export { readRuleSet } from './settings/rule-set.ts'; // rule packs and files as read
export { assertFact, isCaseFile, loadCaseFile, retractAssertion, type Naming } from './loading/cases.ts'; // what analysts and cases say
export {
  fileNamedIn,
  readCoverage,
  readOrganisation,
  type CoverageFile,
  type CoverageFiles,
  type CoverageSearch,
  type OrganisationFile,
} from './files/organisation.ts'; // org.yaml → whom adversaries would attack; what it says is covered
export { readPlaybook, readPlaybookRun, type PlaybookFile } from './files/playbook-file.ts'; // playbooks, and runs that were saved
export { accessTo, clearedTo, type AccessOptions } from './access.ts'; // what questions of a home are answered from
export { VERSION } from './version.ts'; // of Foeprint

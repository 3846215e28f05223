export * from './groups-report.ts'; // groups by keywords
export * from './techniques-report.ts'; // techniques of groups, usage counts
export * from './defences-report.ts'; // mitigations, detections
export * from './catalogue-report.ts'; // catalogues
export * from './search-report.ts'; // search hits
export * from './show-report.ts'; // one thing
export * from './status-report.ts'; // what is loaded
export { sourcesReport } from './sources-report.ts'; // the sources that are loaded
export { forgetReport } from './forget-report.ts'; // what went with a source
export * from './explanation-report.ts'; // why a fact holds
export * from './walkthrough-report.ts'; // the whole investigation
export * from './query-report.ts'; // questions in the rule language, the rules
export * from './loading-report.ts'; // what came of loading
export * from './config-report.ts'; // the settings in force
export * from './done-report.ts'; // that something was done
export { count } from './words.ts'; // 1 group, 3 groups
export * from './profiles-report.ts'; // profiles, comparisons, overlap, timelines
export * from './aliases-report.ts'; // who goes by a name
export * from './assertions-report.ts'; // what analysts and cases say
export * from './diff-report.ts'; // what is different between two releases
export * from './migration-report.ts'; // what came of carrying documents to another release
export * from './organisation-report.ts'; // whom adversaries would attack, as it was understood
export * from './threats-report.ts'; // groups in order for an organisation, and why
export * from './what-if-report.ts'; // what that order rests on
export * from './victims-report.ts'; // whom a group attacks, and of how many groups that is known
export * from './expected-report.ts'; // what groups lead one to expect, and why
export * from './priorities-report.ts'; // what helps most against it
export * from './playbook-report.ts'; // what came of a playbook

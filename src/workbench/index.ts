export * from './groups/find-groups.ts'; // groups by keywords
export * from './techniques/techniques.ts'; // techniques of groups, usage counts
export * from './techniques/defences.ts'; // mitigations, detections
export * from './knowledge/show.ts'; // one thing by id, name or alias
export * from './knowledge/search.ts'; // full-text search
export * from './knowledge/catalogue.ts'; // catalogues
export * from './knowledge/status.ts'; // what is loaded
export * from './knowledge/sources.ts'; // the sources alone, and how they stand
export * from './issues.ts'; // what can be wrong with a question
export * from './explanation/explain.ts'; // why two things stand in relation, or why not
export * from './playbook/walkthrough.ts'; // the whole investigation
export * from './knowledge/remarks-on-sources.ts'; // what is to be minded of a source beside all others
export * from './explanation/rules.ts'; // the rules in force
export * from './explanation/query.ts'; // questions in the rule language
export { sourcedFactsOf } from './sourced-facts.ts'; // what profiles and timelines are made from
export { groupProfile, type ProfileSearch } from './groups/profile.ts'; // how a group works
export { compareNamed, overlapOf } from './groups/compare.ts'; // what groups have in common
export { groupTimeline } from './groups/timeline.ts'; // how a group evolved
export * from './groups/aliases.ts'; // who goes by a name, and who claims that they are the same
export * from './knowledge/assertions.ts'; // what analysts and cases say
export { groupLayers } from './layers/layers.ts'; // what groups use, as Navigator layers
export { inLayers, onMatrix, type Layers, type LayersOnMatrix } from './layers/on-matrix.ts'; // layers with the matrix that they are drawn on
export { releaseDiff } from './releases/diff.ts'; // what is different between two releases
export { migrateDocument, migrateDocuments, releaseTarget } from './releases/migrate.ts'; // layers, rules and lists in another release
export { victimologyIn } from './groups/victimology.ts'; // what all sources say of whom groups attack
export * from './threats/threats.ts'; // groups documented against organisations like one's own, in order and with reasons
export * from './threats/threats-batch.ts'; // the same for many victims at once, to be scored from outside
export * from './threats/what-if.ts'; // how far that order hangs on single sources, factors and reports
export * from './groups/groups-like.ts'; // groups by sector, country, motive, activity and keywords
export * from './groups/victims.ts'; // whom a group attacks, why, from where and when
export { expectedTechniques } from './threats/expected.ts'; // how groups like those work: what to expect
export { expectLayers } from './threats/expect-layers.ts'; // the same as Navigator layers
export { prioritiesFor, PRIORITIES_SHOWN } from './threats/priorities.ts'; // what helps most against it
export { runPlaybook } from './playbook/run-playbook.ts'; // a playbook → what came of it
export { playbookYaml } from './playbook/playbook-yaml.ts'; // the default playbook as a file to edit
export { comparePlaybookRuns } from './playbook/compare-runs.ts'; // two runs → what is different, and why
export * from './use-case.ts'; // one question that users ask, with all that shells need
export { ask, levelOfRefusal, notEmpty, selectionOf } from './ask.ts'; // a question → its answer in an envelope
export { documentOf, sayLeftOut } from './document-of.ts'; // an envelope → the answer for people
export { USE_CASES, type UseCaseName } from './use-cases/index.ts'; // the table of them

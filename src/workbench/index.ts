export { restedOn, restingOn } from './resting-on.ts'; // the sources that an answer rests on
export * from './find-groups.ts'; // groups by keywords
export * from './techniques.ts'; // techniques of groups, usage counts
export * from './defences.ts'; // mitigations, detections
export * from './show.ts'; // one thing by id, name or alias
export * from './search.ts'; // full-text search
export * from './catalogue.ts'; // catalogues
export * from './status.ts'; // what is loaded
export * from './sources.ts'; // the sources alone, and how they stand
export * from './issues.ts'; // what can be wrong with a question
export * from './explain.ts'; // why two things stand in relation, or why not
export * from './walkthrough.ts'; // the whole investigation
export * from './remarks-on-sources.ts'; // what is to be minded of a source beside all others
export * from './rules.ts'; // the rules in force
export * from './query.ts'; // questions in the rule language
export { derivedFacts } from './derived-facts.ts'; // what rules derived, to be written as STIX
export { testimonyOf } from './testimony.ts'; // what profiles and timelines are made from
export { findGroup, groupProfile, type ProfileSearch } from './profile.ts'; // how a group works
export { compareNamed, overlapOf } from './compare.ts'; // what groups have in common
export { groupTimeline, type TimelineSearch } from './timeline.ts'; // how a group evolved
export * from './aliases.ts'; // who goes by a name, and who says that they are the same
export * from './assertions.ts'; // what analysts and cases say
export { groupLayers, matrixInView, type LayerSearch } from './layers.ts'; // what groups use, as Navigator layers
export { inLayers, onMatrix, type Layers, type LayersOnMatrix } from './on-matrix.ts'; // layers with the matrix that they are drawn on
export { releaseDiff, type DiffSearch } from './diff.ts'; // what is different between two releases
export { migrateDocument, migrateDocuments, releaseTarget } from './migrate.ts'; // layers, rules and lists in another release
export { victimologyIn } from './victimology.ts'; // what all sources say of whom groups attack
export * from './threats.ts'; // groups documented against organisations like one's own, in order and with reasons
export * from './threats-batch.ts'; // the same for many victims at once, to be scored from outside
export * from './what-if.ts'; // how far that order hangs on single sources, factors and reports
export * from './groups-like.ts'; // groups by sector, country, motive, activity and keywords
export * from './victims.ts'; // whom a group attacks, why, from where and when
export { expectedTechniques, type ExpectedSearch } from './expected.ts'; // how groups like those work: what to expect
export { expectLayers } from './expect-layers.ts'; // the same as Navigator layers
export { prioritiesFor, PRIORITIES_SHOWN, type PrioritiesSearch } from './priorities.ts'; // what helps most against it
export { runPlaybook, type PlaybookSearch } from './playbook/run-playbook.ts'; // a playbook → what came of it
export { playbookYaml } from './playbook/playbook-yaml.ts'; // the default playbook as a file to edit
export { comparePlaybookRuns } from './playbook/compare-runs.ts'; // two runs → what is different, and why
export * from './use-case.ts'; // one question that users ask, with all that shells need
export { ask, levelOfRefusal, notEmpty, selectionOf } from './ask.ts'; // a question → its answer in an envelope
export { documentOf, sayLeftOut } from './document-of.ts'; // an envelope → the answer for people
export { USE_CASES, type UseCaseName } from './use-cases/index.ts'; // the table of them

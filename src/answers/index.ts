export * from './schema.ts'; // the words that answers are described in
export * from './question.ts'; // the words that questions are described in
export * from './envelope.ts'; // an answer with its sources, markings, notes and notices
export * from './explanation/mention.ts'; // things as answers name them
export * from './techniques/no-tactic.ts'; // where techniques stand whose tactic no source reports
export * from './groups/say-use.ts'; // how a use is known, and since when
export * from './explanation/evidence.ts'; // evidence and grounds
export * from './explanation/statement.ts'; // what stands in a relation to a thing, and who says so
export * from './groups/score.ts'; // how sure a use is
export * from './groups/names.ts'; // who gives which name
export * from './groups/seen.ts'; // when a thing was seen
export * from './groups/traits.ts'; // whom groups attack, why, from where
export * from './techniques/use.ts'; // how a use is known
export * from './techniques/caveat.ts'; // how far something mitigates a technique, by its own words
export * from './techniques/analytic.ts'; // how detection strategies are carried out
export * from './techniques/defence.ts'; // what answers techniques
export * from './threats/organisation.ts'; // an organisation, as questions name it
export * from './threats/kept-organisation.ts'; // the one that a home keeps
export * from './emulation/emulation-test.ts'; // a test that does what adversaries do
export type { TestLibrary } from './emulation/test-library.ts'; // many of them, as they are published
export * from './coverage/claims.ts'; // what is covered, as questions give it
export * from './coverage/inventory.ts'; // what a home keeps of it
export * from './coverage/coverage.ts'; // how far the detection of techniques has come
export * from './dashboard/dashboard.ts'; // threats and defences at a glance
export * from './coverage/coverage-show.ts'; // and what is asked of it
export { argumentsIn, filledCommand } from './emulation/fill-command.ts'; // a command with its defaults, and the arguments that stand in it
export * from './emulation/emulate.ts'; // a plan for an exercise
export * from './knowledge/loaded-source.ts'; // a source that is loaded
export * from './knowledge/status.ts'; // what is loaded
export * from './knowledge/sources.ts'; // the sources, and those that were forgotten
export * from './knowledge/list.ts'; // catalogues
export * from './knowledge/names.ts'; // everything by all its names
export * from './knowledge/show.ts'; // one thing
export * from './knowledge/search.ts'; // what words lead to
export * from './knowledge/vocabulary.ts'; // words that are understood
export * from './groups/groups.ts'; // groups by what is known of them
export * from './groups/aliases.ts'; // who goes by a name
export * from './knowledge/assertions.ts'; // what analysts and cases say
export * from './journal/journal.ts'; // who changed what
export * from './explanation/explanation.ts'; // why a fact holds
export * from './explanation/say-explanation.ts'; // the same in sentences
export * from './explanation/explain.ts'; // why two things stand in relation
export * from './explanation/query.ts'; // questions in the rule language
export * from './explanation/rules.ts'; // the rules in force
export * from './explanation/derived-facts.ts'; // what rules derive
export * from './groups/profile-brief.ts'; // a group on one screen
export * from './groups/profile.ts'; // how a group works
export * from './groups/victims.ts'; // whom a group attacks
export * from './groups/prints.ts'; // how many techniques of each tactic groups use
export * from './victims/traits.ts'; // what groups are documented with
export * from './victims/overlap-sectors.ts'; // how alike sectors are by their groups
export * from './groups/victimology.ts'; // of how many groups that is known
export * from './techniques/techniques.ts'; // techniques that groups use
export * from './techniques/prevalence.ts'; // how many groups use each technique
export * from './explanation/rules-check.ts'; // what is wrong with rules of one’s own
export * from './techniques/matrix.ts'; // tactics and techniques as they stand in the matrix
export * from './techniques/mitigations.ts'; // mitigations of a technique, or for a group
export * from './techniques/detections.ts'; // detection strategies likewise
export * from './groups/overlap.ts'; // how alike all groups are
export * from './groups/compare.ts'; // what some groups have in common
export { LayerOperand } from './layers/layers.ts'; // marks on a matrix
export * from './layers/layer.ts'; // what groups use, as layers
export * from './layers/layer-combine.ts'; // layers combined
export * from './layers/layer-render.ts'; // layers drawn
export * from './groups/timeline.ts'; // how a group evolved
export * from './releases/diff.ts'; // what changed between two releases
export * from './releases/news.ts'; // what changed for one’s groups, organisation and gaps
export * from './reports/given-report.ts'; // a report to be read
export * from './reports/report.ts'; // what it is read to state
export * from './reports/review.ts'; // what was decided of it
export * from './reports/learn.ts'; // what is learnt from that
export * from './changes/index.ts'; // what comes of changing a home
export * from './pages/about.ts'; // what a thing is, for pages about one
export * from './pages/technique.ts'; // all of one technique
export * from './pages/software.ts'; // of one piece of software
export * from './pages/campaign.ts'; // of one campaign
export * from './releases/migrate.ts'; // what becomes of documents in another release
export * from './playbook/walkthrough.ts'; // the whole investigation
export * from './threats/ranking.ts'; // whom groups are ranked for, and what counts
export * from './threats/threats.ts'; // groups documented against organisations like one's own
export * from './threats/what-if.ts'; // how far their order hangs on single sources and factors
export * from './threats/expect.ts'; // how they work: what to expect
export * from './threats/priorities.ts'; // what helps most against it
export * from './planning/plan.ts'; // what to build first within a budget
export * from './playbook/playbook-steps.ts'; // an investigation as steps, and what each answers
export * from './playbook/run-changes.ts'; // what is different between two runs
export * from './playbook/playbook.ts'; // the whole investigation
export * from './reports/report-list.ts'; // reports that a home keeps
export * from './reports/report-text.ts'; // their words
export * from './reports/report-changes.ts'; // what comes of adding and forgetting them
export { SYNTHETIC, type HiddenPart, type SightingScope } from './sightings/scope.ts'; // which sightings an answer is about
export * from './sightings/list.ts'; // what was imported
export * from './sightings/show.ts'; // the sightings behind a number
export * from './sightings/summary.ts'; // what was seen, in short
export * from './sightings/sectors.ts'; // how alike sectors are by what was seen there
export type { RuleFile } from './sigma/rule-file.ts'; // a file of Sigma rules
export type { RuleLibrary } from './sigma/rule-library.ts'; // many of them, as they are published
export * from './sigma/sigma.ts'; // rules for the techniques of groups
export * from './sigma/check.ts'; // what is wrong with Sigma rules
export * from './sigma/test.ts'; // which of them match which events
export * from './triage/triage.ts'; // what an incident means, and whose reported ways it is like
export * from './reports/stated-fact.ts'; // a fact that a report states
export * from './reports/report-load.ts'; // what came of loading it
export * from './reports/report-export.ts'; // the same, for other tools
export { slimEnvelope } from './slimmed.ts'; // an answer without its reasons
export { hasReasons } from './slim-schema.ts'; // whether it has any
export { SCHEMAS } from './schemas.ts'; // question and answer of every use case
export * from './playbook/playbook-file.ts'; // an investigation as steps, as its file describes it
export * from './layers/navigator-layer.ts'; // a layer as the Navigator keeps it in a file
export { navigatorLayer } from './layers/navigator-layer-of.ts'; // a layer → the same

export * from './mention.ts'; // things as answers name them
export * from './identify.ts'; // a text → the thing it names
export * from './keywords.ts'; // keywords in texts
export * from './technique-use.ts'; // who uses which techniques, and how many do
export * from './defences.ts'; // mitigations and detections against a technique, or relevant to a group
export * from './explain-fact.ts'; // a fact of a model → its explanation
export * from './propagate.ts'; // what facts inherit from those they rest on: credibility, markings
export { DEFAULT_SCORE_POLICY, scoreOf, type Scored } from './score/score.ts'; // how sure a use is today, and why
export { lastChangeIn } from './score/as-of.ts'; // the day that ages count from by default
export { publisherOf } from './score/publishers.ts'; // who published what is cited
export { profileOf, type ProfileOptions } from './profile/profile-of.ts'; // a group → its profile
export { supportOf } from './profile/support.ts'; // evidence, summed up
export { evidenceOf, type SourcedFacts } from './profile/sourced-facts.ts'; // what profiles are made from
export { usesOf, type Use, type UseGrounds, type UsesSearch, type UseWay } from './uses/uses-of.ts'; // techniques that groups use, with all evidence for each
export { evidenceInScope, isUnlimited } from './uses/evidence-in-scope.ts'; // the evidence of a fact, without what is out of scope
export { tacticsOf } from './profile/tactic-order.ts'; // tactics in the order of the matrix
export { bitSetsOf, type BitSets } from './compare/bit-sets.ts'; // sets that are quick to compare
export * from './compare/measures.ts'; // how alike two sets are
export { surpriseOf, type Surprise } from './compare/hypergeometric.ts'; // how surprising it is that they share so much
export { overlapMatrix, type OverlapMatrix } from './compare/overlap-matrix.ts'; // every set with every other
export * from './compare/cluster.ts'; // sets that hang together
export { techniqueSets, type CompareBasis, type TechniqueSets } from './compare/technique-sets.ts'; // groups as sets of techniques
export * from './compare/compare-groups.ts'; // some groups, technique by technique
export { groupOverlap, type OverlapSearch } from './compare/group-overlap.ts'; // all groups with each other
export { timelineOf, type TimelineOptions } from './timeline/timeline-of.ts'; // a group → its timeline
export { IMPLICATIONS, RARE_SHARE } from './timeline/implications.ts'; // what newly reported techniques may imply
export { PLATFORM_FAMILIES, type PlatformFamily } from './timeline/platform-families.ts'; // kinds of platform
export { usesInRelease, type ReleaseUses } from './timeline/release-uses.ts'; // what a group uses by one release
export * from './matrix.ts'; // the ATT&CK matrix of a domain, in its order
export * from './layers/combine-layers.ts'; // layers and an expression → a new layer, or why there is none
export type { MissingPolicy } from './layers/evaluate-expression.ts'; // what a missing score counts
export { profileLayer } from './layers/profile-layer.ts'; // profiles → a layer with the evidence in each cell
export { expectLayer, type ExpectLayerOptions } from './layers/expect-layer.ts'; // what to expect, as a layer with the evidence in each cell
export * from './matrix.ts'; // the matrix of a domain
export * from './identity/index.ts'; // names as claims, adversaries of different sources
export * from './releases/diff.ts'; // what is different between two releases
export * from './releases/group-diff.ts'; // what is reported of a group in only one of two releases
export * from './releases/resolution.ts'; // what an id is in another release
export { crosswalkTarget, loadedTarget, type OtherReleases } from './releases/release-target.ts'; // a release that ids are carried to
export * from './releases/migration.ts'; // what came of carrying a document
export { migrateLayer, type LayerMigration } from './releases/migrate-layer.ts'; // a layer in another release
export { migrateText, type TextMigration } from './releases/migrate-text.ts'; // a text in another release, the rest untouched
export * from './victims/index.ts'; // whom groups attack, why, from where and when, and who says so
export * from './threats/index.ts'; // which groups concern an organisation, how they work, what helps against it

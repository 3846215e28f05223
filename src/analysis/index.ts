// Questions are answered here: pure functions from what is known to results with their reasons.
//
// What uses what is read in four ways. `usesOf` has everything that speaks for a use (evidence, dates, every way to a derived one):
// profiles, layers, timelines, expectations. `techniqueUses` and `techniqueCounts` only say who and how many: lists. `techniqueSets`
// has sets of numbers: groups compared with each other. `reportedUses` has reported facts alone: where `usesOf` starts from.
export { compareMentions, mention, sayTerm } from './mention.ts'; // things as answers name them
export { identify, type Identification } from './identify.ts'; // a text → the thing it names
export { matchKeywords, type KeywordSearch } from './keywords.ts'; // keywords in texts
export { techniqueCounts, techniqueUses, type CountSearch, type UseSearch } from './technique-use.ts'; // who uses which techniques, and how many do
export {
  defencesAgainst,
  defencesFor,
  relevanceRelations,
  reportedRelation,
  type CaveatOf,
  type DefenceKind,
} from './defences.ts'; // against a technique, or relevant to a group
export { explainFact, type ExplanationSource } from './explain-fact.ts'; // a fact of a model → its explanation
export { credibilityOf, markingsUnder } from './propagate.ts'; // what facts inherit from those they rest on
export { matricesOf, matrixOf, tacticNameOf, type NamedMatrix } from './matrix.ts'; // matrices in view, that of a domain, in their order
export { lastChangeIn } from './score/as-of.ts'; // the day that ages count from by default
export { latestDay } from './score/evidence-date.ts'; // the last day that a date may mean
export { usesOf } from './uses/uses-of.ts'; // techniques that groups use, with all evidence for each
export { printsOf, type Print, type PrintColumn } from './uses/prints-of.ts'; // how many techniques of each tactic groups use
export { usersOf, type Users } from './uses/users-of.ts'; // groups that use a technique or software
export { evidenceInScope, isUnlimited } from './uses/evidence-in-scope.ts'; // the evidence of a fact, without what is out of scope
export { seenDates } from './victims/seen-dates.ts'; // when a thing was first and last seen, by whom
export { profileOf, type ProfileOptions } from './profile/profile-of.ts'; // a group → its profile
export type { SourcedFacts } from './profile/sourced-facts.ts'; // what profiles are made from
export { supportOf } from './profile/support.ts'; // evidence, summed up
export { newestFirst, statementsAbout, supportFor } from './uses/statements.ts'; // what stands in a relation to a thing, in which words
export { tacticShortName, tacticsInOrder, tacticsOf } from './profile/tactic-order.ts'; // tactics in the order of the matrix
export { compareGroups } from './compare/compare-groups.ts'; // some groups, technique by technique
export { groupOverlap, type OverlapSearch } from './compare/group-overlap.ts'; // all groups with each other
export { timelineOf, type TimelineOptions } from './timeline/timeline-of.ts'; // a group → its timeline
export { usesInRelease, type ReleaseUses } from './timeline/release-uses.ts'; // what a group uses by one release
export { emulationPlan, type PlanOptions } from './emulation/emulation-plan.ts'; // a group → the steps of an exercise
export { draftsFor, type DraftRequest } from './sigma/drafts/drafts-for.ts'; // techniques without rules → drafts
export { rulePack, type Packing } from './sigma/rule-pack.ts'; // techniques → rules of a library

// Layers: combined by an expression, or made from profiles and expectations, with the evidence in each cell.
export {
  combineLayers,
  type Combination,
  type CombinationOptions,
  type LayerOperand,
} from './layers/combine-layers.ts';
export type { MissingPolicy } from './layers/evaluate-expression.ts';
export { compareLayer } from './layers/compare-layer.ts';
export { profileLayer } from './layers/profile-layer.ts';
export { expectLayer } from './layers/expect-layer.ts';
export { reportLayer } from './reports/report-layer.ts';
export { planLayer } from './layers/plan-layer.ts';
export type { LayerOptions } from './layers/layer-options.ts';
export { sectorsLayer } from './layers/sectors-layer.ts';
export { coverageLayers } from './layers/coverage-layer.ts';

// Sightings: how alike sectors, organisations and groups are by the techniques that were seen there.
export {
  sectorOverlap,
  type Counted,
  type SectorSearch,
  type TacticTechniques,
} from './sectors/sector-overlap.ts';
export { RAW_SUPPORT, SUPPORT } from './sectors/support.ts'; // when a technique counts as present
export { holdersOf, pivotCounts, type OrganisationCounts } from './sectors/technique-counts.ts'; // rows of a store → counts
export { withIntervals } from './sectors/resample.ts'; // how far similarities hang on who happens to be there

// Names as claims, and adversaries of different sources.
export { aliasesOf } from './identity/aliases.ts'; // who goes by a name, and who claims that they are the same
export { distinctClaimants, nameClaims } from './identity/name-claims.ts'; // names and who gives them
export { ADVERSARY_TYPES, followName, isNumbered, type Lead, type NameLead } from './identity/name-leads.ts'; // a name that ATT&CK does not use → what it is claimed to be

// Releases: what differs between two, and documents carried to another.
export { diffViews } from './releases/diff.ts';
export { diffGroup } from './releases/group-diff.ts'; // what is reported of a group in only one of them
export type { ReleaseTarget } from './releases/resolution.ts'; // what an id is in another release
export { crosswalkTarget, loadedTarget, type OtherReleases } from './releases/release-target.ts';
export { migrateLayer } from './releases/migrate-layer.ts';
export { migrateText } from './releases/migrate-text.ts'; // the rest of it untouched

// Victims: whom groups attack, why, from where and when, and who says so.
export { eachKind, SUBJECT_LINKS, type TraitClaim } from './victims/trait.ts'; // that one source claims something of a group
export {
  claimedValues,
  inScope,
  seenOf,
  unknownIn,
  type EvidenceScope,
  type GroupVictims,
  type Victimology,
} from './victims/victimology.ts'; // all claims about all groups
export { traitCounts } from './victims/trait-counts.ts'; // how many groups each value finds
export { overlapSectors, type SectorComparison } from './victims/overlap-sectors.ts'; // how alike sectors are by their groups
export { victimologyOf, victimsOfEntry } from './victims/victimology-of.ts';
export { activityOf, nothingKnown } from './victims/activity-of.ts'; // when a group was seen, year by year
export { hidingOf } from './victims/hidden-sources.ts'; // names of sources that are not to be used
export type { SeenDate } from './victims/activity.ts'; // when groups were active
export { namedTerm, traitsOf } from './victims/readings.ts'; // the traits that a fact stands for
export { claimGround, dateGround } from './victims/grounds.ts'; // claims with their evidence opened

// Threats: which groups concern an organisation, what to expect of them, and what helps against it.
export type { Lookups, Surroundings } from './threats/factors/factor.ts'; // what factors are read in
export {
  nearbySightings,
  type NearbySightings,
  type SightingCounts,
} from './threats/factors/nearby-sightings.ts'; // what was seen at an organisation and in its sectors
export { activeSinceOf, standingsOf } from './threats/factors/standing.ts'; // what factors read of groups
export { lookupsOf, techniquesOfGroups, type OwnSighted } from './threats/factors/lookups-of.ts'; // what factors look up
export {
  rankThreats,
  type FactorScore,
  type RankedGroup,
  type RankedGroups,
} from './threats/rank-threats.ts'; // groups in order, with the arithmetic
export { threatOf, type GroundsWanted, type Ranking } from './threats/ranking.ts'; // a ranked group with its evidence opened
export { sayTrait } from './threats/say-trait.ts';
export { compareOrders } from './threats/what-if.ts'; // the order when something is left out
export { thinGrounds } from './threats/thin-grounds.ts'; // what rests on one report
export { expectTechniques, type ExpectedTechniques } from './threats/expected-techniques.ts';
export { platformFitOf } from './threats/factors/platform-fit.ts'; // which techniques work on what an organisation runs
export { gapsOf, type Gaps, type WeighedTechniques } from './threats/gaps.ts'; // what is left when what is done already is taken off
export { prioritise } from './threats/priorities.ts'; // what to do about it, in order

// Planning: what to build first within a budget.
export { planOf, type PlanSearch } from './planning/plan-of.ts';
export type { HelpingRelation, HelpingValue } from './planning/helping.ts'; // how something helps, and how well
export { mitigationsOf, notPreventable } from './planning/qualified.ts'; // what cannot be prevented, by its source
export { weighGroups, type GroupWeights } from './planning/weigh-groups.ts'; // what the techniques of groups weigh

// Triage: groups by how well what was seen fits them.
export { useIndexOf, type UseIndex } from './triage/use-index.ts'; // who is reported to use what, flat
export { triageProfilesOf, type TriageProfiles } from './triage/profiles.ts'; // that, with some of it hidden
export type { Hidden } from './triage/visible.ts';
export {
  rankCandidates,
  type Candidate,
  type CandidateRanking,
  type Seen,
} from './triage/rank-candidates.ts';
export { groundsOf, matchedOf, matchesOf, type Match, type ProfileGrounds } from './triage/matches.ts'; // why one stands where it stands
export { lookFor, supersetsOf, type LookedFor } from './triage/look-for.ts'; // what candidates do beside what was seen
export { MEASURED } from './triage/measured.ts'; // how far to believe such lists
export { newestDate } from './uses/newest-date.ts';

// Coverage: how far the detection of techniques has come, and why it is no further.
export {
  carriedCoverage,
  carryClaims,
  type CarriedClaims,
  type HeldClaim,
} from './coverage/coverage-claims.ts'; // claims in the release in view
export { coveredTechniques, isCovering } from './coverage/covered-techniques.ts'; // what they cover
export { comparable, logsOfStrategies, type AnalyticLogs, type Strategy } from './coverage/available-logs.ts'; // where analytics look
export { type CoverageGrounds } from './coverage/coverage-stages.ts';
export {
  countStages,
  coverageCounts,
  shareReached,
  techniqueCoverage,
} from './coverage/technique-coverage.ts';
export { coverageColumns } from './coverage/coverage-columns.ts'; // the same under the tactics of matrices

// Reports: what their names mean, and whom they speak of.
export { candidatesOf, reportNames, type NameCandidate, type ReportName } from './reports/names-of.ts'; // names in view → whom they mean, by whose claims
export { groupMentions, type GroupMention } from './reports/group-mentions.ts'; // names that were found → those of groups
export { groupsStated, type ReportGroups, type StatedGroup } from './reports/groups-stated.ts'; // → groups, best first, and whom sentences speak of

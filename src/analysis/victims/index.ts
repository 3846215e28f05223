export { eachKind, SUBJECT_LINKS, type TraitClaim, type ClaimSubject, type SubjectLink } from './trait.ts'; // one provenance of one source
export {
  claimedValues,
  inScope,
  seenOf,
  strengths,
  unknownIn,
  type GroupVictims,
  type EvidenceScope,
  type Provenance,
  type Victimology,
} from './victimology.ts'; // all sayings on all groups
export { victimologyOf, victimsOfEntry } from './victimology-of.ts'; // sourced → victimology
export { hidingOf, type Hiding } from './hidden-sources.ts'; // names of sources that are not to be used
export type { DatedReport, SeenDate } from './activity.ts'; // when groups were active
export type { Reporting as Telling } from './reporting.ts'; // that somebody reports a fact, as readers of victimology need it
export { seenDates } from './seen-dates.ts'; // when a thing itself is said to have been seen
export { namedTerm, traitsOf, type NamedTerm, type Trait } from './readings.ts'; // what a fact tells of victims
export { claimGround, dateGround } from './grounds.ts'; // claims with their evidence opened

export { eachKind, SUBJECT_LINKS, type TraitClaim, type ClaimSubject, type SubjectLink } from './trait.ts'; // that one source claims something of a group
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
} from './victimology.ts'; // all claims about all groups
export { victimologyOf, victimsOfEntry } from './victimology-of.ts'; // sourced → victimology
export { hidingOf, type Hiding } from './hidden-sources.ts'; // names of sources that are not to be used
export type { DatedReport, SeenDate } from './activity.ts'; // when groups were active
export type { Reporting } from './reporting.ts'; // that somebody reports a fact, as readers of victimology need it
export { seenDates } from './seen-dates.ts'; // when a thing itself is reported to have been seen
export { namedTerm, traitsOf, type NamedTerm, type Trait } from './readings.ts'; // the traits that a fact stands for
export { claimGround, dateGround } from './grounds.ts'; // claims with their evidence opened

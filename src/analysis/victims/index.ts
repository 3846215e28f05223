export { eachKind, VOICES, type TraitClaim, type Voice, type VoiceKind } from './trait.ts'; // one saying of one source
export {
  claimedValues,
  heardOnly,
  seenOf,
  strengths,
  unknownIn,
  type GroupVictims,
  type Hearing,
  type Saying,
  type Victimology,
} from './victimology.ts'; // all sayings on all groups
export { victimologyOf, victimsOfEntry } from './victimology-of.ts'; // testimony → victimology
export { hidingOf, type Hiding } from './hidden-sources.ts'; // names of sources that are not to be used
export type { DatedReport, SeenDate } from './activity.ts'; // when groups were active
export type { Telling } from './telling.ts'; // who tells a fact, as readers of victimology need it
export { seenTellings } from './seen-tellings.ts'; // when a thing itself is said to have been seen
export { namedTerm, traitsOf, type NamedTerm, type Trait } from './readings.ts'; // what a fact tells of victims
export { claimGround, dateGround } from './grounds.ts'; // claims with their evidence opened

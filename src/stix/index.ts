export {
  descriptionOf,
  killChainsOf,
  logSourcesOf,
  markingsOf,
  pageOf,
  versionOf,
  type LogSource,
  attackVersionOf,
  citedForName,
  domainsOf,
  endsOf,
  fieldWords,
  identityFieldsOf,
  markedDescriptionOf,
  modifiedOf,
  NOT_COMPARED,
  placeFieldsOf,
  referencesIn,
  referredBy,
  shortNameOf,
  tacticRefsOf,
  type RelationshipEnds,
} from './read-object.ts'; // what an object says of itself
export { readEvidence, type NumberedObject } from './read-evidence.ts'; // an object that reports a fact → why it is believed
export { levelMeant, type MarkingLookup } from './marking-levels.ts'; // the level that a marking object means
export { countryId, regionId, sectorId } from './named-things.ts'; // ids of what sources name by words alone
export { ASSERTION_TYPE, CLAIM_TYPE } from './claim.ts'; // STIX types of the objects that report one claim each
export {
  ASSERTION_STATUSES,
  assertionId,
  assertionLabel,
  readAssertion,
  type Assertion,
  type AssertionStatus,
} from './assertion.ts'; // one thing that an analyst says
export { levelsBorne, MarkingLevels } from './marking-levels.ts';
export { textOf, isRaw, type Raw, textsOf, rawsOf } from './fields.ts';
export {
  placeOrSector,
  placeOf,
  isUninformative,
  sectorsOf,
  victimsOf,
  type NamedThing,
  countryThing,
  regionThing,
  sectorThing,
} from './named-things.ts';
export { assertionObject, rawAssertion } from './assertion.ts';
export { readTimestamp, isStixTimestamp } from './timestamp.ts';
export { claimObject, type Claim } from './claim.ts';
export { readEntity, attackId } from './entity.ts';
export { withdrawalOf } from './withdrawal.ts';
export { wholePlaceOf } from './whole-place.ts';
export { knownTime } from './known-time.ts';
export { isStixId } from './stix-id.ts'; // ids of objects

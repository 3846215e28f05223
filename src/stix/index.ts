export { isRaw, rawsOf, textOf, textsOf, type Raw } from './fields.ts';
export {
  attackVersionOf,
  citedForName,
  descriptionOf,
  domainsOf,
  endsOf,
  fieldWords,
  identityFieldsOf,
  killChainsOf,
  logSourcesOf,
  markedDescriptionOf,
  modifiedOf,
  NOT_COMPARED,
  pageOf,
  placeFieldsOf,
  referencesIn,
  referredBy,
  shortNameOf,
  tacticRefsOf,
  tuningOf,
  versionOf,
} from './read-object.ts'; // what an object says of itself
export { attackId, attackIds, readEntity } from './entity.ts'; // what it is called
export { readEvidence } from './read-evidence.ts'; // an object that reports a fact → why it is believed
export { levelMeant, levelsBorne, MarkingLevels, markingsOf, type MarkingLookup } from './marking-levels.ts'; // how far it may go
export { withdrawalOf } from './withdrawal.ts';
export { isStixTimestamp, readTimestamp } from './timestamp.ts';
export { knownTime } from './known-time.ts';
export { isStixId } from './stix-id.ts';
export { wholePlaceOf } from './whole-place.ts';
export {
  countryId,
  countryThing,
  isUninformative,
  placeOf,
  placeOrSector,
  regionThing,
  sectorsOf,
  sectorThing,
  victimsOf,
  type NamedThing,
} from './named-things.ts'; // what sources name by words alone
export { ASSERTION_TYPE, CLAIM_TYPE, claimObject, type Claim } from './claim.ts'; // one thing that an entry claims
export {
  assertionId,
  assertionLabel,
  assertionObject,
  rawAssertion,
  readAssertion,
  type Assertion,
  type StatingReport,
} from './assertion.ts'; // one thing that an analyst or a report says

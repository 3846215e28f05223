export { joinActors, type ActorJoin, type JoinKind, type JoinedView } from './actor-joins.ts'; // ATT&CK groups and other sources' adversaries
export { aliasesOf } from './aliases.ts'; // who goes by a name, and who claims that they are the same
export type { IdentityLink } from './identity-links.ts'; // same, overlaps, disputed, and why
export { distinctClaimants, nameClaims, type EvidenceReader } from './name-claims.ts'; // names and who gives them
export { ADVERSARY_TYPES, followName, isNumbered, type Lead, type NameLead } from './name-leads.ts'; // a name that ATT&CK does not use → what it is claimed to be

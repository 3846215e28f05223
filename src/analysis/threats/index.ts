export type { FactorReader, Grounds, Sighted, Surroundings } from './factor.ts'; // one consideration, and what it rests on
export { sayTrait } from './say-trait.ts'; // any trait in words
export { standingsOf, type Standing as GroupStanding } from './standing.ts'; // what factors read of groups
export { lookupsOf, type Findings, type OwnSighted } from './lookups-of.ts'; // what factors look up
export {
  rankThreats,
  type AppliedFactor,
  type FactorScore,
  type RankedGroup,
  type RankedGroups,
} from './rank-threats.ts'; // groups in order, with the arithmetic
export { compareOrders, withoutFactor, type Move, type WhatIf } from './what-if.ts'; // the order when something is left out
export { thinGrounds, type ThinGround } from './thin-grounds.ts'; // what rests on one telling

export type { FactorReader, Grounds, Lookups, Sighted, Surroundings } from './factors/factor.ts'; // one consideration, and what it rests on
export { sayTrait } from './say-trait.ts'; // any trait in words
export { standingsOf, type Standing as GroupStanding } from './factors/standing.ts'; // what factors read of groups
export { lookupsOf, techniquesOfGroups, type Findings, type OwnSighted } from './factors/lookups-of.ts'; // what factors look up
export { rankThreats, type FactorScore, type RankedGroup, type RankedGroups } from './rank-threats.ts'; // groups in order, with the arithmetic
export { threatOf, type GroundsWanted, type Ranking } from './ranking.ts'; // a ranked group with its evidence opened
export { compareOrders, withoutFactor } from './what-if.ts'; // the order when something is left out
export { thinGrounds } from './thin-grounds.ts'; // what rests on one report
export { expectTechniques, type ExpectationOptions, type ExpectedTechniques } from './expected-techniques.ts'; // what groups lead one to expect, technique by technique
export { platformFitOf, type PlatformFit } from './factors/platform-fit.ts'; // which techniques work on what an organisation runs
export { gapsOf, type Defended, type Gaps } from './gaps.ts'; // what is left when what is done already is taken off
export { prioritise, type PriorityWish } from './priorities.ts'; // what to do about it, in order

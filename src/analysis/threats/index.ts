export { DEFAULT_WEIGHTS, FACTORS, type FactorWeights } from './factors.ts'; // what makes a group a concern
export type { Factor, Grounds, Sighted, Surroundings } from './factor.ts'; // one consideration, and what it rests on
export { sayCountry, sayRegion } from './place-factors.ts'; // places in words
export { saySector } from './subject-factors.ts'; // sectors in words
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

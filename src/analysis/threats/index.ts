export type { FactorReader, Grounds, Lookups, Sighted, Surroundings } from './factor.ts'; // one consideration, and what it rests on
export { sayTrait } from './say-trait.ts'; // any trait in words
export { standingsOf, type Standing as GroupStanding } from './standing.ts'; // what factors read of groups
export { lookupsOf, techniquesOfGroups, type Findings, type OwnSighted } from './lookups-of.ts'; // what factors look up
export {
  rankThreats,
  type AppliedFactor,
  type FactorScore,
  type RankedGroup,
  type RankedGroups,
} from './rank-threats.ts'; // groups in order, with the arithmetic
export { compareOrders, withoutFactor, type Move, type WhatIf } from './what-if.ts'; // the order when something is left out
export { thinGrounds, type ThinGround } from './thin-grounds.ts'; // what rests on one telling
export {
  expectTechniques,
  FEW,
  type CountedGroup,
  type ExpectationOptions,
  type ExpectedPart,
  type ExpectedTactic,
  type ExpectedTechnique,
  type ExpectedTechniques,
} from './expected-techniques.ts'; // what groups lead one to expect, technique by technique
export type {
  ElsewhereRow,
  ExpectedAnswer,
  ExpectedPartRow,
  ExpectedRow,
  GroupShare,
  TacticRow,
} from './expected.ts'; // the same as plain data
export { platformFitOf, type PlatformFit } from './platform-fit.ts'; // which techniques work on what an organisation runs
export { RECENCIES, type Recency } from './recency.ts'; // how much a use counts by its age
export { gapsOf, type CoveredTechnique, type Defended, type Gap, type Gaps } from './gaps.ts'; // what is left when what is done already is taken off
export { prioritise, type Priorities, type Priority } from './priorities.ts'; // what to do about it, in order

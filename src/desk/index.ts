export * from './known-facts.ts'; // what analyses are given
export { openDesk } from './open-desk.ts'; // a view → the same with what rules derive from it
export * from './desk.ts'; // what answers are given from
export type { RuleSet } from './rule-set.ts'; // rules to reason with
export type * from './solver.ts'; // what improves plans
export type { Access, Beside, Knowledge, PlanningSettings } from './access.ts'; // how shells get at the knowledge

// A general Datalog engine that explains: it knows relations and types, not threat actors.
export * from './program.ts'; // checked rules as plain data
export { modelKey, programKey, type RuleFile, type RuleSettings } from './program-key.ts'; // recognising what was evaluated before
export * from './language/index.ts'; // rule text → Program, question → Query; loads a parser: enter by its own door where that matters
export * from './evaluation/index.ts'; // Program + facts → Model: facts with all their derivations
export * from './explanation/index.ts'; // Model + fact → proofs, as data and in words
export type { FactBase, RelationDeclaration, ReportedRelation, Universe } from '../facts/index.ts'; // what is evaluated
export { REASONING_ISSUES } from './issues.ts'; // what can be wrong with rules and queries

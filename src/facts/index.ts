export * from './universe.ts'; // the things that facts are about, numbered
export * from './fact-base.ts'; // reported facts, integer-coded
export * from './relation-declaration.ts'; // what a relation means
export * from './source.ts'; // where facts come from
export * from './evidence.ts'; // why a reported fact is believed
export * from './delivery.ts'; // what one source contains, after intake
export * from './deterministic-id.ts'; // ids that the same content always gives
export * from './marking-level.ts'; // how far what is marked may go
export * from './issue.ts'; // what is wrong with an input, and how it is said
export * from './same-value.ts'; // whether two JSON values are the same
export * from './identified-by.ts'; // how an object says which thing it is
export type { NameResolver, ResolvedName } from './name-resolver.ts'; // what a text names among the things that are known

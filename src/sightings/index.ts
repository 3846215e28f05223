export type { Batch, Sighting } from './sighting.ts';
export type { BatchHead } from './batch-totals.ts';
export * from './query.ts'; // questions to a store, as values
export type { SightingsKind, SightingStore, StoreCheck } from './store.ts'; // what every engine offers
export { memorySightings, type HeldBatch } from './memory.ts'; // a store without an engine
export * from './columns.ts'; // what is stored, the same everywhere
export {
  among,
  COMMON_DIALECT,
  WITHIN_MONTHS,
  harmlessWord,
  literal,
  sqlOf,
  tableFor,
  TRINO_DIALECT,
  type Dialect,
  type SightingTable,
} from './sql.ts';
export { SIGHTINGS_ISSUES } from './issues.ts';
export { SIGHTING_PARTS, type ColumnMapping, type SightingPart } from './input/column-mapping.ts'; // which columns hold what
export { SIGHTING_INPUT_ISSUES, type SightingInputIssueName } from './input/issues.ts'; // what can be wrong with sightings from outside
export { isClusterAddress, readClusterAddress, type ClusterAddress } from './cluster-address.ts'; // where a cluster is

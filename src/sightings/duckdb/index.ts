export {
  openEngine,
  quoted,
  type Connection,
  type Engine,
  type EngineOptions,
  type Value,
} from './engine.ts'; // DuckDB over files
export { stage, type BatchHead, type StagedBatch, type StagedFile, type StageOptions } from './stage.ts'; // a relation → files of one month each
export { openParquetSightings, type ParquetSightings } from './parquet-sightings.ts'; // a store in a folder
export type { Committed } from './commit.ts';
export type { Compacted } from './compact.ts';
export type { Published } from './publish.ts';
export type { StoreOptions } from './store-place.ts';

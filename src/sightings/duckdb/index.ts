export {
  openEngine,
  quoted,
  temporaryName,
  type Connection,
  type Engine,
  type EngineOptions,
  type Value,
} from './engine.ts'; // DuckDB over files
export { writesCoded } from './state/disk.ts'; // what the disk refuses, as an issue
export { stage, type StagedBatch, type StagedFile, type StageOptions } from './stage.ts'; // a relation → files of one month each
export { stageAside } from './changes/set-aside.ts'; // a batch that was taken out → files of one month each
export { ONCE_EACH, rowsSql } from './selection.ts'; // rows of files, in SQL
export { openParquetSightings, type ParquetSightings } from './parquet-sightings.ts'; // a store in a folder
export type { Committed } from './changes/commit.ts';
export { generatedRelation, type GenerateOptions } from './generate.ts'; // made-up sightings
export type { Compacted } from './changes/compact.ts';
export { publishFiles, type PublishableFile, type Published } from './changes/publish.ts'; // files, shown in one moment
export { linesOfRows, parquetOfLines } from './lines.ts'; // rows ⇄ lines of other engines
export type { StoreOptions } from './state/store-place.ts';
export {
  faultyLines,
  readRows,
  wordsIn,
  writeRejected,
  type RecordTable,
  type RowsRead,
} from './reading/read-rows.ts'; // records → rows, and which are rejected
export { relationTotals, understoodRows, type KeptWords } from './reading/understood-rows.ts'; // rows with their words → a relation to stage
export { WORD_COLUMNS, type RecordShape } from './reading/record-shape.ts';
export { RECORD_FORMATS, type RecordFormatName } from './reading/record-formats.ts'; // formats that the engine itself reads
export { LONGEST_RECORD } from './reading/json-records.ts';
export { tableRows } from './reading/table.ts'; // CSV by a mapping
export { parquetColumns, parquetFindings, parquetRows } from './reading/parquet.ts'; // Parquet
export { givenSightings } from './reading/given.ts'; // what other readers took apart

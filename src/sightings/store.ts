import type { MarkingLevel } from '../facts/index.ts';
import type { CountedRow, SightingQuery } from './query.ts';
import type { Batch } from './sighting.ts';

/** What was imported, or what was made up for demonstrations and measurements. The two are never in one store. */
export type SightingsKind = 'imported' | 'synthetic';

/** What a look at all that a store holds has shown, where nothing is lost. */
export interface StoreCheck {
  /** Files that were read through; absent where an engine keeps them. */
  readonly files?: number;
  /** How many bytes they have together. */
  readonly bytes?: number;
  /** Rows that are there, as they were stored. */
  readonly rows: number;
  /** Sums by month that are damaged, by their files: rows are added up in their place. */
  readonly sumsToMend: readonly string[];
}

/** Sightings that can be asked about, whatever engine holds them. */
export interface SightingStore {
  /** Name of the engine, for people: `DuckDB`, `ClickHouse`. */
  readonly engine: string;
  /** True where all of it was made up, for demonstrations and measurements; every answer then says so. */
  readonly isSynthetic: boolean;
  /** The batches that the asker may see, oldest first. */
  batches(): Promise<readonly Batch[]>;
  /**
   * The rows that a question asks for, of what the asker may see, all of one state of the store.
   *
   * @throws FoeprintError S9xx where the engine cannot answer, or only in part: never with a wrong total
   */
  ask(query: SightingQuery): Promise<readonly CountedRow[]>;
  /**
   * Looks at all of what the asker may see, as it lies there, which takes as long as reading it.
   *
   * @throws FoeprintError S907, S978 with everything that is missing or is not as it was stored
   */
  check(): Promise<StoreCheck>;
  /** The same for somebody cleared to a level: batches marked above it are not there. */
  clearedTo(level: MarkingLevel | undefined): SightingStore;
  close(): Promise<void>;
}

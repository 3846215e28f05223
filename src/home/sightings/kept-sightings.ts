import type { MarkingLevel } from '../../facts/index.ts';
import type { Committed, Compacted, Engine, Published, StagedBatch } from '../../sightings/duckdb/index.ts';
import type { Batch, SightingStore } from '../../sightings/index.ts';

/** Sightings of a home, wherever they are kept: they can be asked, and changed. */
export interface KeptSightings extends SightingStore {
  /** Whether they are on a cluster, which others use as well. */
  readonly isShared: boolean;
  /** Where batches are made ready, on this machine. */
  readonly place: { readonly engine: () => Promise<Engine> };
  /** The same store as it is when it is next asked. */
  readonly anew: () => KeptSightings;
  readonly clearedTo: (level: MarkingLevel | undefined) => KeptSightings;
  /** Stores a batch: all of it at one moment, once whatever happens; its staged files are gone then. */
  readonly commit: (staged: StagedBatch) => Promise<Committed>;
  /** Takes batches out, by their whole ids. */
  readonly remove: (ids: readonly string[]) => Promise<readonly Batch[]>;
  /** Writes the rows of a batch into a file of a folder, to be stored again from there. False where that is not done: then nothing is kept. */
  readonly setAside: (id: string, folder: string, name: string) => Promise<boolean>;
  readonly compact: () => Promise<Compacted>;
  /** Publishes them as files of Parquet. */
  readonly exportTo: (folder: string) => Promise<Published>;
}

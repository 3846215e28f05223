import { rm } from 'node:fs/promises';
import type { MarkingLevel } from '../../facts/index.ts';
import type { ClusterSightings } from '../../sightings/clickhouse/index.ts';
import type {
  Committed,
  Compacted,
  ParquetSightings,
  Published,
  StagedBatch,
} from '../../sightings/duckdb/index.ts';
import { type Batch, type CountedRow, type SightingQuery, type StoreCheck } from '../../sightings/index.ts';
import type { KeptSightings } from './kept-sightings.ts';
import { exportCluster } from './export-cluster.ts';
import { sentBatch } from './sent-batch.ts';

/** Sightings of a home that are in a cluster. Batches are made ready on this machine, where one process at a time sends them. */
export class SharedSightings implements KeptSightings {
  readonly isSynthetic = false;
  readonly isShared = true;
  readonly place: ParquetSightings['place'];
  readonly #cluster: ClusterSightings;

  constructor(cluster: ClusterSightings, place: ParquetSightings['place']) {
    this.#cluster = cluster;
    this.place = place;
  }

  get engine(): string {
    return this.#cluster.engine;
  }

  async batches(): Promise<readonly Batch[]> {
    return await this.#cluster.batches();
  }

  async ask(query: SightingQuery): Promise<readonly CountedRow[]> {
    return await this.#cluster.ask(query);
  }

  async check(): Promise<StoreCheck> {
    return await this.#cluster.check();
  }

  anew(): SharedSightings {
    return new SharedSightings(this.#cluster.anew(), this.place);
  }

  clearedTo(level: MarkingLevel | undefined): SharedSightings {
    return new SharedSightings(this.#cluster.clearedTo(level), this.place);
  }

  async commit(staged: StagedBatch): Promise<Committed> {
    try {
      const engine = await this.place.engine();
      return await this.place.lock(async () => await this.#cluster.commit(sentBatch(engine, staged)));
    } finally {
      await rm(staged.folder, { recursive: true, force: true });
    }
  }

  async remove(ids: readonly string[]): Promise<readonly Batch[]> {
    return await this.place.lock(async () => await this.#cluster.remove(ids));
  }

  /** Rows of a cluster may be more than this machine holds. */
  async setAside(): Promise<boolean> {
    return await Promise.resolve(false);
  }

  async compact(): Promise<Compacted> {
    return await this.place.lock(async () => await this.#cluster.compact());
  }

  async exportTo(folder: string): Promise<Published> {
    return await exportCluster(this.#cluster, this.place, folder);
  }

  async close(): Promise<void> {
    await this.#cluster.close();
    await this.place.close();
  }
}

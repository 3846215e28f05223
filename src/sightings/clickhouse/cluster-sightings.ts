import { isCleared, type MarkingLevel } from '../../facts/index.ts';
import type { CountedRow, SightingQuery } from '../query.ts';
import type { Batch } from '../sighting.ts';
import { among, COMMON_DIALECT, sqlOf, tableFor } from '../sql.ts';
import type { SightingStore, StoreCheck } from '../store.ts';
import type { Writer } from './change.ts';
import { checkRows } from './check.ts';
import { Cluster, type ClusterOptions, type Survey } from './cluster.ts';
import { commit, type SentBatch } from './commit.ts';
import { compact, type ClusterCompacted } from './compact.ts';
import { visible } from './ledger.ts';
import { remove } from './remove.ts';
import type { Value } from './server.ts';
import { taken, type TakenState } from './take.ts';

/** Sightings in a cluster of ClickHouse. All that is asked of it is of one state, the newest when it was first asked. */
export class ClusterSightings implements SightingStore {
  readonly engine = 'ClickHouse';
  /** What was made up stands on this machine only. */
  readonly isSynthetic = false;
  readonly cluster: Cluster;
  readonly #level: MarkingLevel | undefined;
  readonly #holder: string;
  readonly #kept: { survey?: Promise<Survey> };

  constructor({ cluster, holder }: Writer, level?: MarkingLevel, kept: { survey?: Promise<Survey> } = {}) {
    this.cluster = cluster;
    this.#holder = holder;
    this.#level = level;
    this.#kept = kept;
  }

  async batches(): Promise<readonly Batch[]> {
    const { state } = await this.#survey();
    return state.loads.map(({ batch }) => batch).filter(({ level }) => isCleared(level, this.#level));
  }

  async ask(query: SightingQuery): Promise<readonly CountedRow[]> {
    const isFirst = this.#kept.survey === undefined;
    const survey = await this.#survey();
    const hidden = new Set(query.filter?.hidden?.batches);
    const loads = survey.state.loads.filter(({ batch }) => !hidden.has(batch.id));
    const names = visible({ ...survey.state, loads }, this.#level);
    const seen = among('batch', tableFor(query) === 'sightings' ? names.rows : names.months);
    const { database } = this.cluster.address;
    const sql = sqlOf(query, COMMON_DIALECT, [seen]).replace(' FROM ', ` FROM ${database}.`);
    return counted(query, await this.cluster.rows(sql, isFirst ? survey : undefined));
  }

  async check(): Promise<StoreCheck> {
    const { state } = await this.#survey();
    return await checkRows(this.cluster, state, this.#level);
  }

  clearedTo(level: MarkingLevel | undefined): ClusterSightings {
    return new ClusterSightings(this.#writer, level, this.#kept);
  }

  /** The same store as it is when it is next asked. */
  anew(): ClusterSightings {
    return new ClusterSightings(this.#writer, this.#level);
  }

  /** Stores a batch: all of it at one moment, once whatever happens; see {@link commit}. */
  async commit(batch: SentBatch): Promise<{ readonly batch: Batch; readonly isNew: boolean }> {
    return await this.#changed(commit(this.#writer, batch));
  }

  /** Removes batches by their ids; see {@link remove}. */
  async remove(ids: readonly string[]): Promise<readonly Batch[]> {
    return await this.#changed(remove(this.#writer, ids));
  }

  /** Adds up months, and takes out what no longer counts; see {@link compact}. @param grace in seconds */
  async compact(grace?: number): Promise<ClusterCompacted> {
    return await this.#changed(compact(this.#writer, grace));
  }

  /** All that the asker may see, to be taken out of it; see {@link taken}. */
  async take(folder: string, page?: number): Promise<TakenState> {
    return taken(this.cluster, (await this.#survey()).state, this.#level, folder, page);
  }

  async close(): Promise<void> {
    await this.cluster.close();
  }

  get #writer(): Writer {
    return { cluster: this.cluster, holder: this.#holder };
  }

  /** After a change, the newest state is read. */
  async #changed<Result>(work: Promise<Result>): Promise<Result> {
    try {
      return await work;
    } finally {
      delete this.#kept.survey;
    }
  }

  async #survey(): Promise<Survey> {
    this.#kept.survey ??= this.cluster.settled();
    return await this.#kept.survey;
  }
}

/**
 * Opens the sightings that a cluster holds. Nothing is asked of it before it is needed.
 */
export function openClusterSightings(options: ClusterOptions & Pick<Writer, 'holder'>): ClusterSightings {
  return new ClusterSightings({ cluster: new Cluster(options), holder: options.holder });
}

/** Values of the engine as those of an answer: there is no first day of nothing, which servers write as their own first day. */
function counted(
  { by, measures }: SightingQuery,
  rows: readonly (readonly Value[])[],
): readonly CountedRow[] {
  return rows.map((row) => ({
    by: row.slice(0, by.length).map(String),
    measures: measures.map((measure, index) => {
      const value = row[by.length + index] ?? 0;
      if (measure !== 'first' && measure !== 'last') return Number(value);
      return NO_DAY.has(String(value)) ? '' : String(value);
    }),
  }));
}

const NO_DAY: ReadonlySet<string> = new Set(['0', '0000-00-00', '1970-01-01']);

import { join } from 'node:path';
import { FoeprintError, isCleared, type MarkingLevel } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { CountedRow, SightingQuery } from '../query.ts';
import type { Batch } from '../sighting.ts';
import { butNot, WITHIN_MONTHS, sqlOf } from '../sql.ts';
import { BATCH_DIGITS } from '../columns.ts';
import type { SightingStore, StoreCheck } from '../store.ts';
import { commit, type Committed } from './changes/commit.ts';
import { compact, type Compacted } from './changes/compact.ts';
import { checkFiles } from './state/check.ts';
import { damaged, damageOf, deepDamageOf } from './state/damage.ts';
import type { Value } from './engine.ts';
import type { Manifest, RollUp } from './state/manifest.ts';
import { publish, type Published } from './changes/publish.ts';
import { remove } from './changes/remove.ts';
import { setAside } from './changes/set-aside.ts';
import { selectionFor, tableSql, type Selection } from './selection.ts';
import type { StagedBatch } from './stage.ts';
import { Snapshot, StorePlace, type StoreOptions } from './state/store-place.ts';

/** Sightings in files of Parquet, asked by DuckDB. All that is asked of it is of one state, the newest when it was first asked. */
export class ParquetSightings implements SightingStore {
  readonly engine = 'DuckDB';
  readonly isShared = false;
  readonly place: StorePlace;
  readonly #level: MarkingLevel | undefined;
  readonly #snapshot: Snapshot;

  constructor(place: StorePlace, level?: MarkingLevel, snapshot = new Snapshot(place.folder)) {
    this.place = place;
    this.#level = level;
    this.#snapshot = snapshot;
  }

  get isSynthetic(): boolean {
    return this.place.isSynthetic;
  }

  async batches(): Promise<readonly Batch[]> {
    const { batches } = await this.#snapshot.state();
    return batches.filter(({ level }) => isCleared(level, this.#level));
  }

  async ask(query: SightingQuery): Promise<readonly CountedRow[]> {
    const state = await this.#snapshot.state();
    try {
      return await this.#askState(query, state);
    } catch (error) {
      if (!(error instanceof FoeprintError) || error.code !== SIGHTINGS_ISSUES.fileDamaged.code) throw error;
      // Files that were replaced are removed in the end: whoever reads for so long goes on with what replaced them.
      this.#snapshot.renew();
      const newer = await this.#snapshot.state();
      if (newer.generation === state.generation) throw error;
      return await this.#askState(query, newer);
    }
  }

  async check(): Promise<StoreCheck> {
    return await checkFiles(this.place.folder, await this.#snapshot.state(), this.#level);
  }

  clearedTo(level: MarkingLevel | undefined): ParquetSightings {
    return new ParquetSightings(this.place, level, this.#snapshot);
  }

  /** The same store as it is now. */
  anew(): ParquetSightings {
    return new ParquetSightings(this.place, this.#level);
  }

  /**
   * Stores a batch: all of it at one moment, once whatever happens; see {@link commit}.
   *
   * @throws FoeprintError S904 where it cannot be written, S906 where another process did the same
   */
  async commit(staged: StagedBatch): Promise<Committed> {
    return await this.#renewedAfter(commit(this.place, staged));
  }

  /**
   * Takes batches out, by their whole ids; see {@link remove}.
   *
   * @throws FoeprintError S908
   */
  async remove(ids: readonly string[]): Promise<readonly Batch[]> {
    return await this.#renewedAfter(remove(this.place, ids));
  }

  /**
   * Writes the rows of a batch into a file of a folder, so that it can be stored again; see {@link setAside}.
   *
   * @returns true: it is kept
   * @throws FoeprintError S907, S904
   */
  async setAside(id: string, folder: string, name: string): Promise<boolean> {
    await setAside(this.place, id, folder, name);
    return true;
  }

  /** Joins small files, and adds months up; see {@link compact}. */
  async compact(): Promise<Compacted> {
    return await this.#renewedAfter(compact(this.place));
  }

  /**
   * Shows what the asker may see to other engines, in a folder; see {@link publish}.
   *
   * @throws FoeprintError S909, S904
   */
  async exportTo(folder: string): Promise<Published> {
    return await publish(this.place, folder, this.#level);
  }

  async close(): Promise<void> {
    await this.place.close();
  }

  async #renewedAfter<Result>(change: Promise<Result>): Promise<Result> {
    try {
      return await change;
    } finally {
      this.#snapshot.renew();
    }
  }

  async #askState(query: SightingQuery, state: Manifest): Promise<readonly CountedRow[]> {
    const { folder } = this.place;
    const selection = selectionFor(query, state, this.#level);
    const usable = await withoutDamage(folder, state, selection, damageOf);
    if (usable !== state) return await this.#askState(query, usable);
    const engine = await this.place.engine();
    try {
      return await engine.beside(async (connection) => {
        await connection.run(tableSql(selection, ({ path }) => join(folder, path)));
        return await counted(query, connection.pieces(sqlOf(query, WITHIN_MONTHS, batchesIn(query))));
      });
    } catch (error) {
      const sound = await withoutDamage(folder, state, selection, deepDamageOf);
      if (sound === state) throw error;
      return await this.#askState(query, sound);
    }
  }
}

/** Which batches a question leaves out, as a condition on rows. */
function batchesIn({ filter }: SightingQuery): readonly string[] {
  return butNot(
    'batch',
    filter?.hidden?.batches?.map((id) => id.slice(0, BATCH_DIGITS)),
  );
}

/** A store in a folder. Nothing is opened, and nothing made, before it is needed. */
export function openParquetSightings(options: StoreOptions): ParquetSightings {
  return new ParquetSightings(new StorePlace(options));
}

/**
 * A state without the sums that are damaged, so that the rows that they add up are read in their place; the same where none is.
 *
 * @throws FoeprintError S907 where a file of rows is damaged
 */
async function withoutDamage(
  folder: string,
  state: Manifest,
  { rowFiles, rollUps }: Selection,
  look: typeof damageOf,
): Promise<Manifest> {
  const unusable = new Set<RollUp>();
  await Promise.all([
    ...rollUps.map(async (rollUp) => {
      if ((await look(folder, rollUp)) !== undefined) unusable.add(rollUp);
    }),
    ...rowFiles.map(async (file) => {
      const damage = await look(folder, file);
      if (damage !== undefined) throw damaged(folder, state, file, damage);
    }),
  ]);
  if (unusable.size === 0) return state;
  return { ...state, rollUps: state.rollUps.filter((rollUp) => !unusable.has(rollUp)) };
}

/**
 * Pieces of an answer as rows: there is no sum, and no first day, of nothing. A matrix of organisations has a million rows of few words, so that each
 * word is kept once.
 */
async function counted(
  { by, measures }: SightingQuery,
  pieces: AsyncIterable<readonly (readonly Value[])[]>,
): Promise<readonly CountedRow[]> {
  const isDay = measures.map((measure) => measure === 'first' || measure === 'last');
  const words = new Map<Value, string>();
  const wordOf = (value: Value): string => {
    const word = words.get(value) ?? String(value ?? '');
    words.set(value, word);
    return word;
  };
  const rows: CountedRow[] = [];
  for await (const columns of pieces) {
    const dimensions = columns.slice(0, by.length);
    const counts = columns.slice(by.length);
    for (let row = 0; row < (columns[0]?.length ?? 0); row++)
      rows.push({
        by: dimensions.map((column) => wordOf(column[row] ?? null)),
        measures: counts.map((column, index) =>
          isDay[index] === true ? wordOf(column[row] ?? null) : Number(column[row]),
        ),
      });
  }
  return rows;
}

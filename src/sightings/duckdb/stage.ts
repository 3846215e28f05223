import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BatchHead } from '../batch-totals.ts';
import { BATCH_DIGITS, SIGHTING_COLUMNS, SORTED_BY } from '../columns.ts';
import { writesCoded } from './state/disk.ts';
import { quoted, temporaryName, type Connection, type Engine, type Value } from './engine.ts';

/** Sightings of one month, in a file of Parquet with exactly `SIGHTING_COLUMNS`. */
export interface StagedFile {
  readonly path: string;
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: number;
}

/** A batch that is ready to be stored, and not stored yet. */
export interface StagedBatch {
  readonly batch: BatchHead;
  /** Holds the files and nothing else; whoever does not store the batch removes it. */
  readonly folder: string;
  readonly files: readonly StagedFile[];
}

export interface StageOptions {
  /**
   * Any SQL text that gives the columns `uid, ts TIMESTAMP, sector, org_id, group_id, technique_id, source, detector, n`: texts, or ENUMs in
   * the order of their texts, without NULL, as `harmlessWord` leaves them. `uid` is the vendor's id of the event, unique within the source.
   */
  readonly relation: string;
  readonly batch: BatchHead;
  /** ATT&CK release that techniques were carried to, e.g. `18.1`. */
  readonly release: string;
}

/**
 * Writes what a relation gives into files of one month each, sorted, beside the store.
 *
 * @throws FoeprintError S903 where the relation cannot be read, S904 where there is no space for it
 */
export async function stage(
  engine: Engine,
  { relation, batch, release }: StageOptions,
): Promise<StagedBatch> {
  const short = batch.id.slice(0, BATCH_DIGITS);
  const folder = temporaryName(engine.folder, short);
  const table = `staged_${crypto.randomUUID().replaceAll('-', '')}`;
  await writesCoded(async () => await makeFolder(folder));
  try {
    await engine.run(
      `CREATE TEMP TABLE ${table} AS SELECT ${IDENTITY} AS sid, * EXCLUDE (uid) FROM (${relation})`,
    );
    const files: StagedFile[] = [];
    for (const { month, rows } of await monthsOf(engine, table)) {
      const place = join(folder, `month=${month}`);
      const path = join(place, `${batch.id}.parquet`);
      await makeFolder(place);
      const within = `ts >= TIMESTAMP '${month}-01' AND ts < TIMESTAMP '${month}-01' + INTERVAL 1 MONTH`;
      await engine.run(
        copySql(
          // What follows from other columns is added when they are sorted: fewer columns are moved.
          `SELECT ${columnsSql({ month, release, batch: short })} FROM (SELECT * FROM ${table} WHERE ${within} ORDER BY ${ORDER})`,
          path,
        ),
      );
      files.push({ path, month, rows });
    }
    return { batch, folder, files };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    await engine.run(`DROP TABLE IF EXISTS ${table}`);
  }
}

/** A folder for its owner alone, with those above it that are missing. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
}

/** Neither a source nor a technique has a line break. */
const IDENTITY =
  "('0x' || substr(sha256(source || chr(10) || uid || chr(10) || technique_id), 1, 16))::UBIGINT";

async function monthsOf(
  connection: Connection,
  table: string,
): Promise<readonly { readonly month: string; readonly rows: number }[]> {
  const rows = await connection.rows(
    `SELECT strftime(month, '%Y-%m'), c FROM (SELECT date_trunc('month', ts) AS month, count(*) AS c FROM ${table} GROUP BY 1) ORDER BY 1`,
  );
  return rows.map(([month, count]) => ({ month: monthIn(month), rows: Number(count) }));
}

function monthIn(value: Value | undefined): string {
  if (typeof value !== 'string') throw new RangeError('A sighting without a time cannot be stored');
  return value;
}

/** How each column follows from those of a relation; the others are taken as they are, ENUMs as texts. */
const DERIVED: Readonly<Record<string, string>> = {
  ts: 'ts::TIMESTAMP_MS',
  day: 'ts::DATE',
  parent_id: "split_part(technique_id, '.', 1)",
  n: 'n::UINTEGER',
};

const ORDER = SORTED_BY.map((name) => DERIVED[name] ?? name).join(', ');

function columnsSql(given: Readonly<Record<string, string>>): string {
  return SIGHTING_COLUMNS.map(({ name, type }) => {
    const value = given[name];
    const taken = type === 'text' ? `${name}::VARCHAR` : name;
    return `${value === undefined ? (DERIVED[name] ?? taken) : quoted(value)} AS ${name}`;
  }).join(', ');
}

/** Rows in the order, and of the types, in which they are stored. Times to the millisecond take a third less space than to the microsecond. */
export function sortedSql(rows: string): string {
  return `SELECT * REPLACE (ts::TIMESTAMP_MS AS ts) FROM (${rows}) ORDER BY ${SORTED_BY.join(', ')}`;
}

/** Writes rows into one file, in their order. */
export function copySql(rows: string, path: string): string {
  return `COPY (${rows}) TO ${quoted(path)} (FORMAT parquet, PARQUET_VERSION v2, COMPRESSION zstd)`;
}

import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorOf, FoeprintError } from '../../facts/index.ts';
import { append } from '../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';

/** A value as the engine gives it: numbers beyond 2^53, days (`YYYY-MM-DD`) and all else as texts. */
export type Value = string | number | boolean | null;

export interface EngineOptions {
  /** Folder for what does not fit into memory and what is being made ready; made when first needed. */
  readonly folder: string;
  /** Most memory that it takes for its work, as DuckDB writes it. */
  readonly memory?: string;
  /** Default: as many as the machine has processors. */
  readonly threads?: number;
}

/** A way to run statements, one after the other, with temporary tables of its own. */
export class Connection {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  /** @throws FoeprintError S903, S904 */
  async run(sql: string): Promise<void> {
    await refusalsCoded(async () => await this.#connection.run(sql));
  }

  /**
   * An answer piece by piece, each some thousand rows as columns.
   *
   * @throws FoeprintError S903
   */
  async *pieces(sql: string): AsyncGenerator<readonly (readonly Value[])[]> {
    const result = await refusalsCoded(async () => await this.#connection.run(sql));
    for (;;) {
      const chunk = await result.fetchChunk();
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumns().map((column) => column.map(plain));
    }
  }

  /** @throws FoeprintError S903 */
  async rows(sql: string): Promise<readonly (readonly Value[])[]> {
    const rows: (readonly Value[])[] = [];
    for await (const columns of this.pieces(sql))
      append(
        rows,
        (columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? null)),
      );
    return rows;
  }

  disconnect(): void {
    this.#connection.disconnectSync();
  }
}

/** DuckDB in memory, over files. */
export class Engine extends Connection {
  /** Folder for what is being made ready. */
  readonly folder: string;
  readonly #instance: DuckDBInstance;
  readonly #spill: string;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection, folder: string, spill: string) {
    super(connection);
    this.folder = folder;
    this.#instance = instance;
    this.#spill = spill;
  }

  /** Does something on a connection of its own, beside what else runs. */
  async beside<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = new Connection(await this.#instance.connect());
    try {
      return await work(connection);
    } finally {
      connection.disconnect();
    }
  }

  async close(): Promise<void> {
    this.disconnect();
    this.#instance.closeSync();
    await rm(this.#spill, { recursive: true, force: true });
  }
}

/**
 * Starts the engine: nothing is downloaded, and nothing of it stays.
 *
 * @throws FoeprintError S902 where DuckDB is not installed, or does not run here
 */
export async function openEngine({ folder, memory = '1GB', threads }: EngineOptions): Promise<Engine> {
  const { DuckDBInstance: instances } = await import('@duckdb/node-api').catch((error: unknown) => {
    throw errorOf(SIGHTINGS_ISSUES.noEngine, `DuckDB cannot be loaded (${firstLine(error)}).`);
  });
  const spill = temporaryName(folder, 'spill');
  const instance = await instances.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    memory_limit: memory,
    temp_directory: spill,
    ...(threads === undefined ? {} : { threads: String(threads) }),
  });
  return new Engine(instance, await instance.connect(), folder, spill);
}

/** A new name in a folder that says which process uses it. */
export function temporaryName(folder: string, name: string): string {
  return join(folder, `${name}-${process.pid}-${crypto.randomUUID()}`);
}

/** A text as DuckDB reads it, whatever is in it: paths of files. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

async function refusalsCoded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FoeprintError) throw error;
    const message = firstLine(error);
    const issue = WITHOUT_SPACE.test(message) ? SIGHTINGS_ISSUES.notStored : SIGHTINGS_ISSUES.engineRefused;
    throw errorOf(issue, `DuckDB: ${message}`);
  }
}

const WITHOUT_SPACE =
  /no space left|disk quota|read-only file system|permission denied|failed to (write|flush)/iu;

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function plain(value: DuckDBValue): Value {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  const number = typeof value === 'bigint' ? Number(value) : Number.NaN;
  return Number.isSafeInteger(number) ? number : value.toString();
}

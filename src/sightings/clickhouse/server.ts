import type { ClickHouseClient, ClickHouseSettings } from '@clickhouse/client';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { errorOf } from '../../facts/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { ClusterAddress } from '../cluster-address.ts';
import { asRefusal, isUnreachable } from './refusals.ts';

/** A value of an answer. Numbers beyond 32 bits are texts or numbers, as the version of the server has it. */
export type Value = string | number | null;

/**
 * What every statement is asked with, so that all versions from 18.16 on understand it alike: all rows that match are joined, counts of
 * different values are exact, errors come before the answer, parts of the cluster are never left out, rows have arrived when an INSERT
 * ends, and what stands in IN is looked up on each shard.
 */
const SETTINGS: ClickHouseSettings = {
  join_default_strictness: 'ALL',
  count_distinct_implementation: 'uniqExact',
  wait_end_of_query: 1,
  skip_unavailable_shards: 0,
  insert_distributed_sync: 1,
  distributed_product_mode: 'local',
  // A busy server is not a lost one: the default is a twentieth of a second.
  connect_timeout_with_failover_ms: 2000,
  // Names of many batches.
  max_query_size: '16777216',
};

/** Needed only by versions that do not know it otherwise: others refuse what they do not know. */
const OLD_SETTINGS: Readonly<Record<string, number>> = { allow_experimental_low_cardinality_type: 1 };

/** One server of a cluster, through its HTTP interface. */
export class Server {
  /** `host:port`. */
  readonly name: string;
  readonly #client: ClickHouseClient;
  #old: Promise<Readonly<Record<string, number>>> | undefined;

  private constructor(name: string, client: ClickHouseClient) {
    this.name = name;
    this.#client = client;
  }

  /**
   * Nothing is asked of the servers yet.
   *
   * @throws FoeprintError S960 where the client is not installed
   */
  static async all(address: ClusterAddress, password: string): Promise<readonly Server[]> {
    const { createClient, ClickHouseLogLevel } = await import('@clickhouse/client').catch(() => {
      throw errorOf(SIGHTINGS_ISSUES.noClient, 'The client of ClickHouse cannot be loaded.');
    });
    return address.hosts.map(
      (name) =>
        new Server(
          name,
          createClient({
            url: `http${address.isEncrypted ? 's' : ''}://${name}`,
            username: address.user,
            password,
            clickhouse_settings: SETTINGS,
            // Where there are many sightings, a question may take minutes.
            request_timeout: 3_600_000,
            // It would write what we say better to where answers go.
            log: { level: ClickHouseLogLevel.OFF },
          }),
        ),
    );
  }

  /**
   * All rows of an answer.
   *
   * @param milliseconds after which it counts as not reachable
   * @throws FoeprintError S962 to S969; see {@link asRefusal}
   */
  async rows(sql: string, milliseconds?: number): Promise<readonly (readonly Value[])[]> {
    try {
      return await this.#rowsOnce(sql, milliseconds);
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      // A connection that was kept does not live as long as a server that was started again.
      return await this.#rowsOnce(sql, milliseconds);
    }
  }

  /** @throws FoeprintError S962 to S969 */
  async run(sql: string): Promise<void> {
    await this.#refusing(
      async () =>
        await this.#client.command({ query: sql, clickhouse_settings: await this.#versionSettings() }),
    );
  }

  /**
   * @param table with its columns: `db.table (a, b)`
   * @param rows texts as ClickHouse's TabSeparated has them, a line each
   * @throws FoeprintError S962 to S969
   */
  async insert(table: string, rows: Readable): Promise<void> {
    await this.#refusing(
      async () => await this.#client.insert({ table, values: rows, format: 'TabSeparated' }),
    );
  }

  /**
   * Writes all rows of an answer into a file, a line each, as ClickHouse's TabSeparated has them.
   *
   * @throws FoeprintError S962 to S969; the operating system's error where the file cannot be written
   */
  async writeLines(sql: string, path: string): Promise<void> {
    const query = `${sql} FORMAT TabSeparated`;
    const { stream } = await this.#refusing(async () => await this.#client.exec({ query }));
    try {
      await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    } catch (error) {
      throw isOfDisk(error) ? error : asRefusal(error, this.name);
    }
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  async #rowsOnce(sql: string, milliseconds: number | undefined): Promise<readonly (readonly Value[])[]> {
    return await this.#refusing(async () => {
      const result = await this.#client.query({
        query: sql,
        format: 'JSONCompact',
        ...(milliseconds === undefined ? {} : { abort_signal: AbortSignal.timeout(milliseconds) }),
      });
      const answer = await result.json<readonly Value[]>();
      return answer.data;
    });
  }

  async #versionSettings(): Promise<Readonly<Record<string, number>>> {
    this.#old ??= this.rows('SELECT version()').then((rows) =>
      /^1[89]\./u.test(String(rows[0]?.[0])) ? OLD_SETTINGS : {},
    );
    return await this.#old;
  }

  async #refusing<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw asRefusal(error, this.name);
    }
  }
}

/** Whether it is the disk of this machine that says no, and not the network. */
function isOfDisk(error: unknown): boolean {
  return error instanceof Error && 'code' in error && OF_DISK.has(String(error.code));
}

const OF_DISK: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EFBIG', 'EIO']);

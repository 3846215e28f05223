import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { errorOf } from '../../facts/index.ts';
import { compareText, highest } from '../../text/index.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { ClusterAddress } from '../cluster-address.ts';
import { among } from '../sql.ts';
import { readEntry, stateOf, type Detail, type Entry, type Event, type State } from './ledger.ts';
import { isUnreachable, mayGoElsewhere } from './refusals.ts';
import { isOfStore, KEPT_TABLES, LEDGER } from './schema.ts';
import { Server, type Value } from './server.ts';

/** How a cluster is reached. */
export interface ClusterOptions {
  readonly address: ClusterAddress;
  readonly password: string;
  /** How long to wait for servers that are behind, in milliseconds; default: ten seconds. */
  readonly patience?: number;
}

/** One copy of a table on a server, and how far it has come. */
export interface Replica {
  readonly server: string;
  /** `database.table`. */
  readonly table: string;
  /** Its path in ZooKeeper, the same for all copies. */
  readonly path: string;
  /** What the log holds, and what this copy has taken from it. */
  readonly newest: number;
  readonly taken: number;
  /** Whether it is the one that partitions are dropped by: old servers ask it in a way that passwords do not let through. */
  readonly isLeader: boolean;
  readonly isReadonly: boolean;
  /** When the oldest rows that it still has to fetch were written, in seconds; 0 where there are none. */
  readonly waitsFor: number;
}

/** What all servers that answer say at a moment. */
export interface Survey {
  /** Names of the servers that answered. */
  readonly servers: readonly string[];
  readonly state: State;
  readonly replicas: readonly Replica[];
  /** The cluster's clock, in seconds. */
  readonly now: number;
}

/** Servers that know each other; any of them answers for all. */
export class Cluster {
  readonly address: ClusterAddress;
  readonly #options: ClusterOptions;
  #servers: Promise<readonly Server[]> | undefined;

  constructor(options: ClusterOptions) {
    this.address = options.address;
    this.#options = options;
  }

  /** @throws FoeprintError S960 */
  async servers(): Promise<readonly Server[]> {
    this.#servers ??= Server.all(this.address, this.#options.password);
    return await this.#servers;
  }

  /** Those that answer now. For what must not be done twice: after a refusal it is not known what was done. */
  async reachable(): Promise<readonly Server[]> {
    const { servers } = await this.survey();
    return (await this.servers()).filter(({ name }) => servers.includes(name));
  }

  /**
   * Lets the first server that can do something do it. Only for what may be done twice.
   *
   * @throws FoeprintError S962 to S969
   */
  async anyServer<Result>(work: (server: Server) => Promise<Result>): Promise<Result> {
    let refusal: unknown;
    const servers = await this.servers();
    // Twice: a server that is killed in the midst of an answer takes the answers of others with it.
    for (const server of [...servers, ...servers])
      try {
        return await work(server);
      } catch (error) {
        if (!mayGoElsewhere(error)) throw error;
        // A lost part says more than a server that is away.
        if (refusal === undefined || !isUnreachable(error)) refusal = error;
      }
    throw refusal;
  }

  /**
   * All rows of an answer, from servers that have all that counts. They are looked at before and after: one that came back in between may
   * have answered for its part without all of it.
   *
   * @param justSettled where they were looked at in this moment
   * @throws FoeprintError S962 to S969
   */
  async rows(sql: string, justSettled?: Survey): Promise<readonly (readonly Value[])[]> {
    let before = justSettled ?? (await this.settled());
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const rows = await this.anyServer(async (server) => await server.rows(sql));
      const after = await this.settled();
      if (before.servers.join(' ') === after.servers.join(' ')) return rows;
      before = after;
    }
    throw errorOf(
      SIGHTINGS_ISSUES.replicaBehind,
      'Servers of the cluster come and go, so that it is not known which of them answered.',
    );
  }

  /** Adds an entry to the ledger. Written twice, it says the same. */
  async write(event: Event, load: string, detail: Detail): Promise<void> {
    const line = [event, load, JSON.stringify(detail)].map(escaped).join('\t');
    await this.anyServer(
      async (server) =>
        await server.insert(
          `${this.address.database}.${LEDGER} (event, load, detail)`,
          Readable.from([`${line}\n`], { objectMode: false }),
        ),
    );
  }

  /**
   * Asks all servers what the ledger says, and whether they have what it says.
   *
   * @throws FoeprintError S962 where none answers, S966
   */
  async survey(): Promise<Survey> {
    const reached = await this.#reached(surveySql(this.address));
    const entries = reached.flatMap(({ rows }) => rows.flatMap(entryIn));
    return {
      servers: reached.map(({ name }) => name).toSorted(compareText),
      state: stateOf(entries),
      replicas: reached.flatMap(({ name, rows }) => replicasIn(name, rows)),
      now: highest(
        reached.flatMap(({ rows }) => rows.filter(([kind]) => kind === 'now').map((row) => Number(row[4]))),
        0,
      ),
    };
  }

  /**
   * What every server that can be reached answers. Where none can, all are asked again: one that was killed in the midst of its answer
   * and one that was just being started do not both stay away.
   *
   * @throws FoeprintError S962 where none answers
   */
  async #reached(sql: string): Promise<readonly Answer[]> {
    let refusal: unknown;
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const reached: Answer[] = [];
      await Promise.all(
        (await this.servers()).map(async (server) => {
          try {
            reached.push({ name: server.name, rows: await server.rows(sql, REACHABLE_WITHIN) });
          } catch (error) {
            if (!isUnreachable(error)) throw error;
            refusal = error;
          }
        }),
      );
      if (reached.length > 0) return reached;
    }
    throw refusal;
  }

  /**
   * A survey at a moment at which every server that answers has all that counts.
   *
   * @param isCaughtUp what must hold beside
   * @throws FoeprintError S964 where one does not come so far in time
   */
  async settled(isCaughtUp: (survey: Survey) => boolean = () => true): Promise<Survey> {
    const until = performance.now() + (this.#options.patience ?? PATIENCE);
    for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
      const survey = await this.survey();
      const behind = behindIn(survey);
      if (behind === undefined && isCaughtUp(survey)) return survey;
      if (performance.now() > until)
        throw errorOf(
          SIGHTINGS_ISSUES.replicaBehind,
          `${behind?.server ?? 'A server'} does not have all of \`${behind?.table ?? 'what was written'}\` yet.`,
        );
      await wait(pause);
    }
  }

  async close(): Promise<void> {
    // What could not be opened need not be closed.
    const servers = await this.#servers?.catch(() => []);
    this.#servers = undefined;
    await Promise.all((servers ?? []).map(async (server) => await server.close()));
  }
}

/** What one server answers. */
interface Answer {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
}

/** Does something once for every table: on the server that may change it. */
export async function forEachTable(
  cluster: Cluster,
  work: (table: Replica, server: Server) => Promise<void>,
): Promise<void> {
  const { replicas } = await cluster.survey();
  const servers = await cluster.servers();
  for (const path of new Set(replicas.map((replica) => replica.path))) {
    const copies = replicas.filter((replica) => replica.path === path);
    const copy = copies.find(({ isLeader }) => isLeader) ?? copies[0];
    const server = servers.find(({ name }) => name === copy?.server);
    if (copy !== undefined && server !== undefined) await work(copy, server);
  }
}

/** The first copy that lacks something that counts. */
function behindIn({ state, replicas }: Survey): Replica | undefined {
  return replicas.find(
    ({ path, taken, newest, isReadonly, waitsFor, table }) =>
      isReadonly ||
      taken <= (state.positions.get(path) ?? -1) ||
      (table.endsWith(`.${LEDGER}`) && taken <= newest) ||
      (waitsFor > 0 && waitsFor <= state.changedAt),
  );
}

function surveySql(address: ClusterAddress): string {
  // Of tables of other names ZooKeeper need not be asked.
  const isKept = among('table', KEPT_TABLES);
  return [
    `SELECT 'entry' AS kind, event AS a, load AS b, detail AS c, toUInt32(at) AS t FROM ${address.database}.${LEDGER}`,
    `SELECT 'replica' AS kind, concat(database, '.', table) AS a, zookeeper_path AS b, concat(toString(log_pointer), ' ', toString(log_max_index), ' ', toString(is_leader)) AS c, toUInt32(is_readonly + is_session_expired) AS t FROM system.replicas WHERE ${isKept} AND ${isOfStore(address)}`,
    `SELECT 'waiting' AS kind, concat(database, '.', table) AS a, '' AS b, '' AS c, min(toUInt32(create_time)) AS t FROM system.replication_queue WHERE type NOT IN ('MERGE_PARTS', 'MUTATE_PART') AND ${isKept} GROUP BY database, table`,
    `SELECT 'now' AS kind, '' AS a, '' AS b, '' AS c, toUInt32(now()) AS t`,
  ].join(' UNION ALL ');
}

function entryIn(row: readonly Value[]): readonly Entry[] {
  const [kind, event, load, detail] = row.map(String);
  return kind === 'entry' ? [readEntry(event ?? '', load ?? '', detail ?? '', Number(row[4]))] : [];
}

function replicasIn(server: string, rows: readonly (readonly Value[])[]): readonly Replica[] {
  const waiting = new Map(rows.filter(([kind]) => kind === 'waiting').map((row) => [row[1], Number(row[4])]));
  return rows
    .filter(([kind]) => kind === 'replica')
    .map((row) => {
      const [taken = 0, newest = 0, leader = 0] = String(row[3]).split(' ').map(Number);
      const [, table, path] = row.map(String);
      return {
        server,
        table: table ?? '',
        path: path ?? '',
        taken,
        newest,
        isLeader: leader > 0,
        isReadonly: Number(row[4]) > 0,
        waitsFor: waiting.get(row[1] ?? '') ?? 0,
      };
    });
}

/** As the format TabSeparated has it. */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}

/** A server that takes longer for what is so little is not there, in milliseconds. */
const REACHABLE_WITHIN = 15_000;
const PATIENCE = 10_000;
const ATTEMPTS = 3;

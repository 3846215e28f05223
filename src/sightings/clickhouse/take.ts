import { join } from 'node:path';
import { errorOf, isCleared, type MarkingLevel } from '../../facts/index.ts';
import { BATCH_DIGITS, SIGHTING_COLUMNS } from '../columns.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { Batch } from '../sighting.ts';
import { among, literal } from '../sql.ts';
import type { Cluster } from './cluster.ts';
import { visible, type State } from './ledger.ts';

/** One state of the store, to be taken out of it month by month. */
export interface TakenState {
  /** Number of the newest change. */
  readonly generation: number;
  readonly batches: readonly Batch[];
  readonly months: AsyncIterable<TakenMonth>;
}

/** The rows of a month in files of lines: all columns of a store, as TabSeparated has them. */
export interface TakenMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: number;
  /** In the folder given; whoever is done with them removes them. */
  readonly lines: readonly string[];
}

/**
 * Takes rows out of a cluster.
 *
 * @param folder for files of lines
 * @param page rows of a file; default: two millions, since an answer is made ready on the server as a whole
 */
export function taken(
  cluster: Cluster,
  state: State,
  level: MarkingLevel | undefined,
  folder: string,
  page = 2_000_000,
): TakenState {
  const batches = state.loads.map(({ batch }) => batch).filter((batch) => isCleared(batch.level, level));
  return {
    generation: state.number,
    batches,
    months: monthsIn(cluster, visible(state, level).rows, folder, page),
  };
}

async function* monthsIn(
  cluster: Cluster,
  names: readonly string[],
  folder: string,
  page: number,
): AsyncGenerator<TakenMonth> {
  const table = `${cluster.address.database}.sightings`;
  const seen = among('batch', names);
  const counted = await cluster.rows(
    `SELECT month, count(*) FROM ${table} WHERE ${seen} GROUP BY month ORDER BY month`,
  );
  // Names of loads begin with the batch.
  const columns = SIGHTING_COLUMNS.map(({ name }) =>
    name === 'batch' ? `substring(batch, 1, ${BATCH_DIGITS})` : name,
  ).join(', ');
  for (const row of counted) {
    const [month, rows] = [String(row[0]), Number(row[1])];
    const pages = Math.ceil(rows / page);
    const lines: string[] = [];
    for (let part = 0; part < pages; part++) {
      const path = join(folder, `${month}-${part}.tsv`);
      const where = `month = ${literal(month)} AND ${seen} AND sid % ${pages} = ${part}`;
      await cluster.anyServer(
        async (server) => await server.writeLines(`SELECT ${columns} FROM ${table} WHERE ${where}`, path),
      );
      lines.push(path);
    }
    yield { month, rows, lines };
  }
}

/** @throws FoeprintError S964 where other rows came than were counted: servers had not all of them */
export function refuseOthers(month: string, counted: number, came: number): void {
  if (came === counted) return;
  throw errorOf(
    SIGHTINGS_ISSUES.replicaBehind,
    `There are ${counted} sightings of ${month}, and ${came} of them came.`,
  );
}

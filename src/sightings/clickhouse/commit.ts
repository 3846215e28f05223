import type { Readable } from 'node:stream';
import { errorOf } from '../../facts/index.ts';
import { TOTALS_SQL, totalsIn, type BatchHead, type BatchTotals } from '../batch-totals.ts';
import { SIGHTING_COLUMNS } from '../columns.ts';
import { SIGHTINGS_ISSUES } from '../issues.ts';
import type { Batch } from '../sighting.ts';
import { among, literal } from '../sql.ts';
import { addUp, refuseMissing, SUMS_OF } from './add-up.ts';
import { change, newName, type Change, type Writer } from './change.ts';
import type { Cluster } from './cluster.ts';
import { newRowsOf } from './ledger.ts';

/** A batch that is ready to be sent. */
export interface SentBatch {
  readonly batch: BatchHead;
  /**
   * Its rows, month by month, none with the identity of another: {@link SENT_COLUMNS} as ClickHouse's TabSeparated has them.
   *
   * @param name what they bear in the column `batch`
   */
  readonly months: (name: string) => AsyncIterable<SentMonth>;
}

/** The rows of a month. */
export interface SentMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly rows: number;
  readonly lines: Readable;
}

/** In which order columns are sent; the last is the name of the load. */
export const SENT_COLUMNS: readonly string[] = SIGHTING_COLUMNS.map(({ name }) => name);

/** What is in the tables under a name. */
interface Written {
  readonly name: string;
  readonly months: readonly string[];
  readonly totals: BatchTotals;
}

/**
 * Stores a batch in a cluster: all of it at one moment, once whatever happens. Sightings that are there already, in the same month, are
 * left out. What is broken off is never seen, since its rows bear a name that the ledger does not know.
 *
 * @throws FoeprintError S962 to S969, S970, S971, S974
 */
export async function commit(
  writer: Writer,
  { batch: head, months }: SentBatch,
): Promise<{ readonly batch: Batch; readonly isNew: boolean }> {
  const name = newName(head.id.slice(0, 12));
  let batch: Batch | undefined;
  const isNew = await change(writer, name, async (begun) => {
    batch = begun.state.loads.find((load) => load.batch.id === head.id)?.batch;
    if (batch !== undefined) return undefined;
    const written = await withoutKnown(begun, await send(begun, name, months(name)));
    const { cluster } = begun;
    batch = { ...head, ...written.totals };
    const sums = SUMS_OF.rows(cluster.address.database, [written.name]);
    if (batch.rows > 0) await addUp(cluster, written.name, batch.rows, [sums]);
    return written.name === name ? { batch } : { batch, rows: written.name };
  });
  if (batch === undefined) throw new RangeError('A batch was stored, and is not there');
  return { batch, isNew };
}

async function send(
  { cluster, goOn }: Change,
  name: string,
  months: AsyncIterable<SentMonth>,
): Promise<Written> {
  const table = `${cluster.address.database}.sightings`;
  const sent: string[] = [];
  let sum = 0;
  for await (const { month, rows, lines } of months) {
    if (month < '1970-01' || month > '2105-12') {
      lines.destroy();
      throw errorOf(SIGHTINGS_ISSUES.timeNotKept, `There are sightings of ${month}.`);
    }
    const [server] = await cluster.reachable();
    await server?.insert(`${table} (${SENT_COLUMNS.join(', ')})`, lines);
    sum += rows;
    sent.push(month);
    await goOn();
  }
  return { name, months: sent, totals: await totalsOf(cluster, name, sum) };
}

/** Leaves out what other loads have in the same month. Nearly always that is nothing; else what is new is written again, under another name. */
async function withoutKnown({ cluster, state, goOn }: Change, sent: Written): Promise<Written> {
  const table = `${cluster.address.database}.sightings`;
  const stored = among(
    'batch',
    state.loads.map(({ name }) => name),
  );
  const rowsOf = (month: string): string => `${isIn(month)} AND ${among('batch', [sent.name])}`;
  const known = (month: string): string =>
    `SELECT sid FROM ${table} WHERE ${isIn(month)} AND ${stored} AND sid IN (SELECT sid FROM ${table} WHERE ${rowsOf(month)})`;
  let left = sent.totals.rows;
  for (const month of state.loads.length === 0 ? [] : sent.months) {
    const [[count] = []] = await cluster.rows(
      `SELECT count(*) FROM ${table} WHERE ${rowsOf(month)} AND sid IN (${known(month)})`,
    );
    left -= Number(count);
  }
  if (left === sent.totals.rows) return sent;
  const name = newRowsOf(sent.name);
  const kept = SENT_COLUMNS.slice(0, -1).join(', ');
  for (const month of left === 0 ? [] : sent.months) {
    const [server] = await cluster.reachable();
    await server?.run(
      `INSERT INTO ${table} (${SENT_COLUMNS.join(', ')}) SELECT ${kept}, ${literal(name)} FROM ${table} WHERE ${rowsOf(month)} AND sid NOT IN (${known(month)})`,
    );
    await goOn();
  }
  return { ...sent, name, totals: await totalsOf(cluster, name, left) };
}

function isIn(month: string): string {
  return `month = ${literal(month)}`;
}

/** @throws FoeprintError S971 where there are not so many rows of that name */
async function totalsOf(cluster: Cluster, name: string, rows: number): Promise<BatchTotals> {
  const sql = `SELECT ${TOTALS_SQL} FROM ${cluster.address.database}.sightings WHERE ${among('batch', [name])}`;
  return totalsIn(await refuseMissing(cluster, sql, rows));
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { totalsIn, type BatchTotals } from '../../batch-totals.ts';
import { quoted, type Connection } from '../engine.ts';
import type { RowsRead } from './read-rows.ts';
import type { WordColumn } from './record-shape.ts';

/** What words as given are kept as. */
export interface KeptWords {
  readonly kept: Readonly<Record<WordColumn, ReadonlyMap<string, string>>>;
  /** Sectors of organisations, by the organisation as given: of rows without one. */
  readonly sectorOf: ReadonlyMap<string, string>;
  /** The sector of rows that have none, nor does their organisation. */
  readonly otherwise?: string | undefined;
}

/** Most often that one row can say something was seen: the column’s type. */
const LARGEST = 4_294_967_295;

/**
 * The rows read as the relation that is staged, with their words as they are kept. An event without an id is known by all that it says: the same twice in one input is one row with both counts, and in another input
 * the same again.
 *
 * @returns SQL over temporary tables of the connection
 */
export async function understoodRows(
  connection: Connection,
  { path }: RowsRead,
  { kept, sectorOf, otherwise = '' }: KeptWords,
  folder: string,
): Promise<string> {
  const joins: string[] = [];
  const named: string[] = [];
  const joined = async (
    table: string,
    column: WordColumn,
    words: readonly (readonly [string, string])[],
  ): Promise<readonly string[]> => {
    if (words.length === 0) return [];
    await tableOf(connection, table, words, folder);
    joins.push(`LEFT JOIN ${table} ON r.${column} = ${table}.given`);
    return [`${table}.kept`];
  };
  for (const [column, name] of NAMES) {
    const changed = [...kept[column]].filter(([given, word]) => given !== word);
    const word = firstOf([...(await joined(`words_${column}`, column, changed)), `r.${column}`]);
    const isSector = column === 'sector';
    const ofOthers = isSector ? await joined('organisation_sectors', 'organisation', [...sectorOf]) : [];
    const value = isSector ? firstOf([`nullif(${word}, '')`, ...ofOthers, quoted(otherwise)]) : word;
    const words = new Set([...kept[column].values(), ...(isSector ? [...sectorOf.values(), otherwise] : [])]);
    named.push(`${value}${await asNumbers(connection, name, words, folder)} AS ${name}`);
  }
  const base = `SELECT r.uid, r.ts, ${named.join(', ')}, r.n FROM ${quoted(path)} r ${joins.join(' ')} WHERE r.reason = ''`;
  return withIdentities(base);
}

function firstOf(values: readonly string[]): string {
  return values.length === 1 ? values.join() : `coalesce(${values.join(', ')})`;
}

/** Most words of a column that two bytes can stand for. */
const MOST_NUMBERED = 65_536;

/**
 * Words as numbers in their order: to sort and move those takes half the time. Columns with a word of their own for nearly every row stay texts.
 *
 * @returns SQL that follows a text which is one of them
 */
async function asNumbers(
  connection: Connection,
  name: string,
  words: ReadonlySet<string>,
  folder: string,
): Promise<string> {
  if (words.size > MOST_NUMBERED) return '';
  const [table, type] = [`numbered_${name}`, `kept_${name}`];
  await tableOf(
    connection,
    table,
    [...words].map((word) => [word, word]),
    folder,
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TYPE ${type} AS ENUM (SELECT kept FROM ${table} ORDER BY kept)`,
  );
  return `::${type}`;
}

const NAMES: readonly (readonly [WordColumn, string])[] = [
  ['sector', 'sector'],
  ['organisation', 'org_id'],
  ['threat_group', 'group_id'],
  ['technique', 'technique_id'],
  ['source', 'source'],
  ['detector', 'detector'],
];

function countOf(sum: string): string {
  return `least(${sum}, ${LARGEST})::UINTEGER AS n`;
}

function withIdentities(base: string): string {
  const said = ['ts', ...NAMES.map(([, name]) => name)].join(', ');
  const identity = `md5(concat_ws(chr(31), ${said}))`;
  return [
    `SELECT uid, ${said}, ${countOf('n')} FROM (${base}) WHERE uid <> ''`,
    `SELECT ${identity} AS uid, ${said}, ${countOf('sum(n)')} FROM (${base}) WHERE uid = '' GROUP BY ${said}`,
  ].join(' UNION ALL ');
}

async function tableOf(
  connection: Connection,
  name: string,
  entries: readonly (readonly [string, string])[],
  folder: string,
): Promise<void> {
  const path = join(folder, `${name}.ndjson`);
  await writeFile(
    path,
    entries.map(([given, word]) => `${JSON.stringify({ given, kept: word })}\n`).join(''),
  );
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE ${name} AS SELECT * FROM read_json(${quoted(path)}, format = 'newline_delimited', columns = {given: 'VARCHAR', kept: 'VARCHAR'}, auto_detect = false)`,
  );
}

/** What a relation adds up to. */
export async function relationTotals(connection: Connection, relation: string): Promise<BatchTotals> {
  // As the store does: of several with one identity, one stays.
  const once =
    'QUALIFY row_number() OVER (PARTITION BY source, uid, technique_id ORDER BY ts, sector, org_id, group_id, detector, n) = 1';
  const [totals = []] = await connection.rows(
    `SELECT count(*), sum(n), min(ts)::DATE::VARCHAR, max(ts)::DATE::VARCHAR FROM (SELECT * EXCLUDE (uid) FROM (${relation}) ${once})`,
  );
  return totalsIn(totals);
}

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { totalsIn, type BatchTotals } from '../../batch-totals.ts';
import { quoted, type Connection } from '../engine.ts';
import type { RowsRead } from './read-rows.ts';
import { WORD_COLUMNS, type WordColumn } from './record-shape.ts';

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
  { kept, sectorOf, otherwise }: KeptWords,
  folder: string,
): Promise<string> {
  const joins: string[] = [];
  const value = async (column: WordColumn): Promise<string> => {
    const changed = [...kept[column]].filter(([given, word]) => given !== word);
    if (changed.length === 0) return `r.${column}`;
    const table = `words_${column}`;
    await tableOf(connection, table, changed, folder);
    joins.push(`LEFT JOIN ${table} ON r.${column} = ${table}.given`);
    return `coalesce(${table}.kept, r.${column})`;
  };
  const values = new Map<WordColumn, string>();
  for (const column of WORD_COLUMNS) values.set(column, await value(column));
  const sectors = [`nullif(${values.get('sector') ?? ''}, '')`];
  if (sectorOf.size > 0) {
    await tableOf(connection, 'organisation_sectors', [...sectorOf], folder);
    joins.push('LEFT JOIN organisation_sectors ON r.organisation = organisation_sectors.given');
    sectors.push('organisation_sectors.kept');
  }
  const named = [
    `coalesce(${sectors.join(', ')}, ${quoted(otherwise ?? '')}) AS sector`,
    ...NAMES.map(([column, name]) => `${values.get(column) ?? ''} AS ${name}`),
  ];
  const base = `SELECT r.uid, r.ts, ${named.join(', ')}, r.n FROM ${quoted(path)} r ${joins.join(' ')} WHERE r.reason = ''`;
  return withIdentities(base);
}

const NAMES: readonly (readonly [WordColumn, string])[] = [
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
  const said = 'ts, sector, org_id, group_id, technique_id, source, detector';
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

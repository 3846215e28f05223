import { IDENTIFIED_BY, type Source } from '../../facts/index.ts';
import { isForgotten, type ForgetReport, type Load, type NamingObject } from '../knowledge-base.ts';
import type { Database } from './binding/database.ts';
import { keepNumbers } from './keep-numbers.ts';
import { decodeMembers } from './members.ts';

/** Tables with a row for each object, and the column that has its number. */
const OBJECT_TABLES = [
  ['object', 'n'],
  ['object_json', 'n'],
  ['entity', 'n'],
  ['object_text', 'rowid'],
] as const;

interface SourceRow {
  readonly n: number;
  readonly source: Source;
  readonly members: Int32Array;
  readonly isReplaced: boolean;
}

/** Takes out what only one source, or one load of it, has, within a transaction of the caller's. */
export function forgetIn(database: Database, sourceId: string, only?: Load): ForgetReport {
  const rows = sourceRowsIn(database);
  const mine = rows.filter(({ source }) => isForgotten(source, sourceId, only));
  if (mine.length === 0) return { sources: [], objects: 0, shared: 0, facts: 0, naming: [] };
  const others = rows.filter((row) => !mine.includes(row));
  const staying = new Set(others.flatMap(({ members }) => [...members]));
  const numbers = new Set(mine.flatMap(({ members }) => [...members]));
  const gone = [...numbers].filter((stored) => !staying.has(stored));
  keepNumbers(database);
  const before = thingsOf(database, gone);
  const facts = removeObjects(database, gone);
  for (const { n } of mine) database.run('DELETE FROM source WHERE n = ?', [n]);
  database.run('UPDATE source SET replaced = 0 WHERE n = (SELECT max(n) FROM source WHERE id = ?)', [
    sourceId,
  ]);
  // Derived from all that was there; what is still right of it is soon made again.
  database.run('DELETE FROM remembered');
  const left = sourceRowsIn(database);
  const naming = namingObjects(database, withoutObject(database, before), left);
  removeUnnamedThings(database);
  // Without it the text index would keep the words of what is gone until it has reason to merge its parts.
  database.run(`INSERT INTO object_text (object_text) VALUES ('optimize')`);
  return {
    sources: mine.map(({ source }) => source),
    objects: gone.length,
    shared: numbers.size - gone.length,
    facts,
    naming,
  };
}

function sourceRowsIn(database: Database): readonly SourceRow[] {
  return database
    .rows('SELECT n, description, members, replaced FROM source ORDER BY n')
    .map(([n, description, bytes, replaced]) => {
      const source: Source = database.intact(() => JSON.parse(String(description)));
      return { n: Number(n), source, members: decodeMembers(bytes), isReplaced: replaced === 1 };
    });
}

function thingsOf(database: Database, objects: readonly number[]): readonly number[] {
  const [things = []] = database.gathered(
    'SELECT json_group_array(DISTINCT thing) FROM object WHERE n IN (SELECT value FROM json_each(?))',
    [JSON.stringify(objects)],
  );
  return things.map(Number);
}

/** @returns how many reported facts went with them */
function removeObjects(database: Database, objects: readonly number[]): number {
  const numbers = [JSON.stringify(objects)];
  const statements = 'FROM statement WHERE teller IN (SELECT value FROM json_each(?))';
  const [facts] =
    database.row(
      `SELECT count(*) ${statements} AND relation NOT IN (SELECT n FROM word WHERE text = '${IDENTIFIED_BY}')`,
      numbers,
    ) ?? [];
  database.run(`DELETE ${statements}`, numbers);
  for (const [table, column] of OBJECT_TABLES)
    database.run(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`, numbers);
  return Number(facts);
}

/** Of these things, those that no object describes. */
function withoutObject(database: Database, things: readonly number[]): readonly number[] {
  const [lost = []] = database.gathered(
    'SELECT json_group_array(value) FROM json_each(?) WHERE value NOT IN (SELECT thing FROM object)',
    [JSON.stringify(things)],
  );
  return lost.map(Number);
}

function namingObjects(
  database: Database,
  things: readonly number[],
  rows: readonly SourceRow[],
): readonly NamingObject[] {
  const current = new Set(
    rows.filter(({ isReplaced }) => !isReplaced).flatMap(({ members }) => [...members]),
  );
  const numbers = JSON.stringify(things);
  const naming = database
    .rows(
      `SELECT object.n, thing.text, word.text, coalesce(entity.label, '') FROM object
       JOIN thing ON thing.n = object.thing JOIN word ON word.n = object.type LEFT JOIN entity ON entity.n = object.n
       WHERE object.n IN (SELECT teller FROM statement
         WHERE subject IN (SELECT value FROM json_each(?)) OR object IN (SELECT value FROM json_each(?)))
       ORDER BY object.n`,
      [numbers, numbers],
    )
    .filter(([stored]) => current.has(Number(stored)))
    .map(([, id, type, label]) => ({ id: String(id), type: String(type), label: String(label) }));
  return [...new Map(naming.map((each) => [each.id, each])).values()];
}

/** Names are content too: those that nothing refers to any more go. */
function removeUnnamedThings(database: Database): void {
  database.run(
    `DELETE FROM thing WHERE n NOT IN (SELECT thing FROM object)
     AND n NOT IN (SELECT subject FROM statement) AND n NOT IN (SELECT object FROM statement)`,
  );
}

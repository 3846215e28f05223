import { levelOfStrictness, type EntityDescription } from '../../facts/index.ts';
import type { ObjectRow, ViewRows, WithdrawalCode } from '../view-rows.ts';
import type { Database } from './database.ts';

/**
 * Reads what a view over these object versions is built from.
 *
 * @param heldBack versions told by sources that the clearance keeps out of view
 */
export function readRows(
  database: Database,
  members: readonly Int32Array[],
  heldBack: readonly Int32Array[] = [],
): ViewRows {
  const words = readWords(database);
  const newest = newestMembers(database, [...members, ...heldBack]);
  const objects = readObjects(database, newest, words, isOnlyAmong(heldBack, members));
  const [first, last] = [objects[0]?.stored ?? 0, objects.at(-1)?.stored ?? 0];
  const [teller = [], relation = [], subject = [], object = []] = numbersOf(
    database.gathered(
      `SELECT json_group_array(teller), json_group_array(relation), json_group_array(subject), json_group_array(object)
       FROM statement WHERE teller BETWEEN ? AND ?`,
      [first, last],
    ),
  );
  const things = readThings(database, objects, [subject, object]);
  return {
    objects,
    statements: { size: teller.length, teller, relation, subject, object },
    relations: words,
    things: things.size,
    textOf: (thing) => things.texts[thing] ?? '',
    isLiteral: (thing) => things.literals.has(thing),
  };
}

/** Whether a version is among the first lists and in none of the others. */
function isOnlyAmong(
  first: readonly Int32Array[],
  others: readonly Int32Array[],
): (stored: number) => boolean {
  const only = new Set(first.flatMap((numbers) => [...numbers]));
  for (const numbers of only.size === 0 ? [] : others) for (const stored of numbers) only.delete(stored);
  return (stored) => only.has(stored);
}

function numbersOf(columns: readonly (readonly unknown[])[]): readonly (readonly number[])[] {
  return columns.map((column) => column.map(Number));
}

/** Names of types and relations by their numbers. */
function readWords(database: Database): readonly string[] {
  const words: string[] = [];
  for (const [n, text] of database.rows('SELECT n, text FROM word')) words[Number(n)] = String(text);
  return words;
}

/** Of everything that sources told, the newest version of each object: its number, type, and what withdrew it. */
function newestMembers(database: Database, members: readonly Int32Array[]): ReadonlySet<number> {
  const [single] = members;
  const told = new Set(members.length === 1 ? single : members.flatMap((numbers) => [...numbers]));
  // Most objects have one version in view; only where there are several, versions have to be compared.
  const [rivals = []] = numbersOf(
    database.gathered(
      `SELECT json_group_array(n) FROM (
         SELECT n FROM object WHERE thing IN (SELECT thing FROM object GROUP BY thing HAVING count(*) > 1)
         ORDER BY thing, version, n)`,
    ),
  );
  const [owners = []] = numbersOf(
    database.gathered(
      `SELECT json_group_array(thing) FROM (
         SELECT thing FROM object WHERE thing IN (SELECT thing FROM object GROUP BY thing HAVING count(*) > 1)
         ORDER BY thing, version, n)`,
    ),
  );
  const newest = new Map<number, number>();
  for (const [index, stored] of rivals.entries()) {
    if (!told.has(stored)) continue;
    const thing = owners[index] ?? 0;
    const older = newest.get(thing);
    if (older !== undefined) told.delete(older);
    newest.set(thing, stored);
  }
  return told;
}

function readObjects(
  database: Database,
  members: ReadonlySet<number>,
  words: readonly string[],
  isHeldBack: (stored: number) => boolean,
): readonly ObjectRow[] {
  const [stored = [], thing = [], type = [], withdrawal = [], level = []] = numbersOf(
    database.gathered(
      `SELECT json_group_array(n), json_group_array(thing), json_group_array(type), json_group_array(withdrawal),
         json_group_array(level) FROM object`,
    ),
  );
  const entities = readEntities(database, members);
  const objects: ObjectRow[] = [];
  for (const [index, number] of stored.entries()) {
    if (!members.has(number)) continue;
    objects.push({
      stored: number,
      thing: thing[index] ?? 0,
      type: words[type[index] ?? 0] ?? '',
      withdrawal: withdrawalOf(withdrawal[index]),
      level: levelOfStrictness(level[index] ?? 0),
      isHeldBack: isHeldBack(number),
      entity: entities.get(number),
    });
  }
  return objects.toSorted((one, other) => one.stored - other.stored);
}

function withdrawalOf(code: number | undefined): WithdrawalCode {
  return code === 1 ? 1 : code === 2 ? 2 : 0;
}

function readEntities(
  database: Database,
  members: ReadonlySet<number>,
): ReadonlyMap<number, EntityDescription> {
  const [stored = [], names = [], labels = [], aliases = []] = database.gathered(
    `SELECT json_group_array(n), json_group_array(name), json_group_array(label), json_group_array(json(aliases))
     FROM entity`,
  );
  const entities = new Map<number, EntityDescription>();
  for (const [index, number] of stored.entries()) {
    if (!members.has(Number(number))) continue;
    const told = aliases[index];
    entities.set(Number(number), {
      name: String(names[index]),
      label: String(labels[index]),
      aliases: Array.isArray(told) ? told.map(String) : [],
    });
  }
  return entities;
}

/** Names of the things that may become terms; the ids of relationships, most of all things, are not among them. */
function readThings(
  database: Database,
  objects: readonly ObjectRow[],
  columns: readonly (readonly number[])[],
): { readonly size: number; readonly texts: readonly string[]; readonly literals: ReadonlySet<number> } {
  const wanted = new Set(columns.flat());
  for (const { thing, entity } of objects) if (entity !== undefined) wanted.add(thing);
  const [numbers = [], texts = [], literals = []] = database.gathered(
    `SELECT json_group_array(n), json_group_array(text), json_group_array(literal)
     FROM thing WHERE n IN (SELECT value FROM json_each(?))`,
    [JSON.stringify([...wanted])],
  );
  const last = Number(database.row('SELECT coalesce(max(n), 0) FROM thing')?.[0] ?? 0);
  const named: string[] = [];
  const literal = new Set<number>();
  for (const [index, number] of numbers.entries()) {
    named[Number(number)] = String(texts[index]);
    if (literals[index] === 1) literal.add(Number(number));
  }
  return { size: last + 1, texts: named, literals: literal };
}

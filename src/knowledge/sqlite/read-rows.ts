import { levelOfStrictness, type EntityDescription } from '../../facts/index.ts';
import type { SourceMark } from '../view/precedence.ts';
import { withdrawalCode, WITHDRAWALS, type ObjectRow, type ViewRows } from '../view/view-rows.ts';
import type { Database } from './binding/database.ts';

/**
 * Reads what a view is built from.
 *
 * @param marks what the sources in view make of each stored version that they have
 */
export function readRows(database: Database, marks: ReadonlyMap<number, SourceMark>): ViewRows {
  const words = readWords(database);
  const objects = readObjects(database, marks, words);
  const [first, last] = [objects[0]?.stored ?? 0, objects.at(-1)?.stored ?? 0];
  const [origin = [], relation = [], subject = [], object = []] = numbersOf(
    database.gathered(
      `SELECT json_group_array(teller), json_group_array(relation), json_group_array(subject), json_group_array(object)
       FROM statement WHERE teller BETWEEN ? AND ?`,
      [first, last],
    ),
  );
  const things = readThings(database, objects, [subject, object]);
  return {
    objects,
    statements: { size: origin.length, origin, relation, subject, object },
    relations: words,
    things: things.size,
    textOf: (thing) => things.texts[thing] ?? '',
    isLiteral: (thing) => things.literals.has(thing),
  };
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

function readObjects(
  database: Database,
  marks: ReadonlyMap<number, SourceMark>,
  words: readonly string[],
): readonly ObjectRow[] {
  const [stored = [], thing = [], type = [], withdrawal = [], level = [], version = []] = database.gathered(
    `SELECT json_group_array(n), json_group_array(thing), json_group_array(type), json_group_array(withdrawal),
       json_group_array(level), json_group_array(version)
     FROM object`,
  );
  const entities = readEntities(database, marks);
  const objects: ObjectRow[] = [];
  for (const [index, n] of stored.entries()) {
    const number = Number(n);
    const mark = marks.get(number);
    if (mark === undefined) continue;
    objects.push({
      stored: number,
      thing: Number(thing[index]),
      type: words[Number(type[index])] ?? '',
      version: String(version[index]),
      withdrawal: withdrawalCode(WITHDRAWALS[Number(withdrawal[index])]),
      level: levelOfStrictness(Number(level[index] ?? 0)),
      entity: entities.get(number),
      ...mark,
    });
  }
  return objects.toSorted((one, other) => one.stored - other.stored);
}

function readEntities(
  database: Database,
  marks: ReadonlyMap<number, SourceMark>,
): ReadonlyMap<number, EntityDescription> {
  const [stored = [], names = [], labels = [], aliases = []] = database.gathered(
    `SELECT json_group_array(n), json_group_array(name), json_group_array(label), json_group_array(json(aliases))
     FROM entity`,
  );
  const entities = new Map<number, EntityDescription>();
  for (const [index, number] of stored.entries()) {
    if (!marks.has(Number(number))) continue;
    const list = aliases[index];
    entities.set(Number(number), {
      name: String(names[index]),
      label: String(labels[index]),
      aliases: Array.isArray(list) ? list.map(String) : [],
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

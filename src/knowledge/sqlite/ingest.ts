import { addTo } from '../../text/index.ts';
import type { SourceContents } from '../knowledge-base.ts';
import {
  sameValue,
  strictness,
  type DeliveredObject,
  type Source,
  type Statement,
} from '../../facts/index.ts';
import { placed, type Placed, type IngestCounts } from '../arriving-source.ts';
import { foldText } from '../search/search-words.ts';
import { sameNumbers } from '../view/sorted-numbers.ts';
import { storable } from '../storable.ts';
import { withdrawalCode } from '../view/view-rows.ts';
import type { Database } from './binding/database.ts';
import { decodeMembers, encodeMembers } from './members.ts';
import { RowsInsert } from './rows-insert.ts';

/**
 * Adds a source with its objects, in the place that it is given among what is known, within a transaction of the caller's.
 *
 * @param rival the source of the same id that is there already
 */
export function takeIn(
  database: Database,
  arriving: Source,
  rival: Source | undefined,
  objects: readonly DeliveredObject[],
): IngestCounts & Placed {
  const { members, counts } = keepAll(database, objects);
  const [known] =
    rival === undefined
      ? []
      : (database.row('SELECT members FROM source WHERE id = ? AND replaced = 0', [rival.id]) ?? []);
  const place = placed(arriving, rival, sameNumbers(decodeMembers(known), members));
  addContents(database, place.source, members);
  return { ...counts, ...place };
}

/** Adds a source as it was kept elsewhere, within a transaction of the caller's. */
export function ingestInto(database: Database, { source, objects }: SourceContents): void {
  const delivered = Array.from(objects, (object) => object.delivered);
  addContents(database, source, keepAll(database, delivered).members);
}

function keepAll(
  database: Database,
  objects: readonly DeliveredObject[],
): { readonly members: Int32Array; readonly counts: IngestCounts } {
  const ingest = new Ingest(database);
  const kept = storable(objects);
  ingest.expect(kept);
  const members = Int32Array.from(kept, (object) => ingest.keep(object)).toSorted();
  ingest.finish();
  return { members, counts: ingest.counts };
}

function addContents(database: Database, source: Source, members: Int32Array): void {
  // A release that is loaded again, with other objects, takes the place of the former one, whose objects stay as history.
  database.run('UPDATE source SET replaced = 1 WHERE id = ?', [source.id]);
  database.run('INSERT INTO source (n, id, description, members) VALUES (?, ?, ?, ?)', [
    lastNumber(database, 'source') + 1,
    source.id,
    JSON.stringify(source),
    encodeMembers(members),
  ]);
}

interface KnownVersion {
  readonly stored: number;
  readonly version: string;
}

/** One load under way: numbers given so far, rows not yet written. */
class Ingest {
  readonly counts: IngestCounts = { added: 0, known: 0, superseding: 0 };
  readonly #database: Database;
  readonly #ids = new Map<string, number>();
  readonly #literals = new Map<string, number>();
  readonly #words: Map<string, number>;
  /** Stored versions by thing; also those of this load. */
  readonly #versions = new Map<number, KnownVersion[]>();
  readonly #statements: number[][] = [];
  readonly #inserts: {
    readonly thing: RowsInsert;
    readonly object: RowsInsert;
    readonly json: RowsInsert;
    readonly entity: RowsInsert;
    readonly text: RowsInsert;
  };
  #lastObject: number;
  #lastThing: number;

  constructor(database: Database) {
    this.#database = database;
    this.#words = new Map(
      database.rows('SELECT text, n FROM word').map(([text, n]) => [String(text), Number(n)]),
    );
    this.#lastObject = lastNumber(database, 'object');
    this.#lastThing = lastNumber(database, 'thing');
    this.#inserts = {
      thing: new RowsInsert(database, 'thing (n, text, literal)'),
      object: new RowsInsert(database, 'object (n, thing, type, version, withdrawal, level)'),
      json: new RowsInsert(database, 'object_json (n, json)'),
      entity: new RowsInsert(database, 'entity (n, name, label, aliases)'),
      text: new RowsInsert(database, 'object_text (rowid, title, body)'),
    };
  }

  /** Looks up, in a few queries, what is known already of what is to come. */
  expect(objects: readonly DeliveredObject[]): void {
    if (this.#lastObject === 0) return;
    const ids = new Set(objects.map(({ id }) => id));
    const literals = new Set<string>();
    for (const { statements } of objects)
      for (const { subject, object } of statements) {
        ids.add(subject);
        if (typeof object === 'string') ids.add(object);
        else literals.add(object.literal);
      }
    this.#lookUp(this.#ids, ids, 0);
    this.#lookUp(this.#literals, literals, 1);
    const things = JSON.stringify([...this.#ids.values()]);
    const [numbers = [], owners = [], versions = []] = this.#database.gathered(
      `SELECT json_group_array(n), json_group_array(thing), json_group_array(version)
       FROM object WHERE thing IN (SELECT value FROM json_each(?))`,
      [things],
    );
    for (const [index, stored] of numbers.entries())
      addTo(this.#versions, Number(owners[index]), {
        stored: Number(stored),
        version: String(versions[index]),
      });
  }

  /** Number of the object version, which is added where it is not known yet. */
  keep(object: DeliveredObject): number {
    const thing = this.#idNumber(object.id);
    const versions = this.#versions.get(thing) ?? [];
    const json = JSON.stringify(object.raw);
    const same = versions.find(
      ({ stored, version }) => version === object.version && this.#isStored(stored, object, json),
    );
    if (same !== undefined) {
      this.counts.known++;
      return same.stored;
    }
    this.counts.added++;
    if (versions.some(({ version }) => version < object.version)) this.counts.superseding++;
    const stored = ++this.#lastObject;
    addTo(this.#versions, thing, { stored, version: object.version });
    this.#insert(stored, thing, object, json);
    return stored;
  }

  /** Writes what has not been written. */
  finish(): void {
    this.#flush();
    this.#database.run(
      `INSERT INTO statement (teller, n, relation, subject, object)
       SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
      [JSON.stringify(this.#statements)],
    );
  }

  #flush(): void {
    for (const insert of Object.values(this.#inserts)) insert.flush();
  }

  #insert(stored: number, thing: number, delivered: DeliveredObject, json: string): void {
    const { object, json: jsons, entity, text } = this.#inserts;
    object.add(
      stored,
      thing,
      this.#word(delivered.type),
      delivered.version,
      withdrawalCode(delivered.withdrawn),
      strictness(delivered.level),
    );
    jsons.add(stored, json);
    if (delivered.entity !== undefined)
      entity.add(
        stored,
        delivered.entity.name,
        delivered.entity.label,
        JSON.stringify(delivered.entity.aliases),
      );
    text.add(stored, foldText(delivered.text.title), foldText(delivered.text.body));
    for (const [index, statement] of delivered.statements.entries())
      this.#addStatement(stored, index, statement);
  }

  #addStatement(origin: number, index: number, { relation, subject, object }: Statement): void {
    const objectNumber =
      typeof object === 'string' ? this.#idNumber(object) : this.#literalNumber(object.literal);
    this.#statements.push([origin, index, this.#word(relation), this.#idNumber(subject), objectNumber]);
  }

  /** Whether a stored version is exactly this object. Texts are compared first: they nearly always decide. */
  #isStored(stored: number, object: DeliveredObject, json: string): boolean {
    const [known] =
      this.#database.row('SELECT json FROM object_json WHERE n = ?', [stored]) ?? this.#unwritten(stored);
    if (known === json) return true;
    return sameValue(
      this.#database.intact((): unknown => JSON.parse(String(known))),
      object.raw,
    );
  }

  /** A version that this very load added may still wait to be written. */
  #unwritten(stored: number): readonly unknown[] {
    this.#flush();
    return this.#database.row('SELECT json FROM object_json WHERE n = ?', [stored]) ?? ['null'];
  }

  #idNumber(text: string): number {
    return this.#ids.get(text) ?? this.#addThing(this.#ids, text, 0);
  }

  #literalNumber(text: string): number {
    return this.#literals.get(text) ?? this.#addThing(this.#literals, text, 1);
  }

  #addThing(numbers: Map<string, number>, text: string, literal: 0 | 1): number {
    const thing = ++this.#lastThing;
    numbers.set(text, thing);
    this.#inserts.thing.add(thing, text, literal);
    return thing;
  }

  #lookUp(numbers: Map<string, number>, texts: ReadonlySet<string>, literal: 0 | 1): void {
    const [found = [], known = []] = this.#database.gathered(
      `SELECT json_group_array(text), json_group_array(n) FROM thing
       WHERE literal = ? AND text IN (SELECT value FROM json_each(?))`,
      [literal, JSON.stringify([...texts])],
    );
    for (const [index, text] of found.entries()) numbers.set(String(text), Number(known[index]));
  }

  #word(text: string): number {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const word = this.#words.size + 1;
    this.#words.set(text, word);
    this.#database.run('INSERT INTO word (n, text) VALUES (?, ?)', [word, text]);
    return word;
  }
}

function lastNumber(database: Database, table: 'object' | 'thing' | 'source'): number {
  // A restore leaves the numbers of what it took away unused, so that nobody who still holds one is given something else.
  const [last] = database.row(
    `SELECT max(coalesce((SELECT max(n) FROM ${table}), 0), coalesce((SELECT last FROM used WHERE name = ?), 0))`,
    [table],
  ) ?? [0];
  return Number(last);
}

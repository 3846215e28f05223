import { defined } from '../../text/index.ts';
import {
  levelOfStrictness,
  type DeliveredObject,
  type EntityDescription,
  type Source,
  type Statement,
} from '../../facts/index.ts';
import type { SourceContents, NumberedObject } from '../knowledge-base.ts';
import { WITHDRAWALS } from '../view/view-rows.ts';
import type { Database } from './binding/database.ts';
import { ingestInto } from './ingest.ts';
import { keepNumbers } from './keep-numbers.ts';
import { decodeMembers } from './members.ts';

/** The sources with their objects, as kept, in order of loading. */
export function* readContents(database: Database): Generator<SourceContents> {
  for (const [n, description] of database.rows('SELECT n, description FROM source ORDER BY n')) {
    const source: Source = database.intact(() => JSON.parse(String(description)));
    yield { source, objects: readObjects(database, Number(n)) };
  }
}

function* readObjects(database: Database, source: number): Generator<NumberedObject> {
  const [bytes] = database.row('SELECT members FROM source WHERE n = ?', [source]) ?? [];
  for (const stored of decodeMembers(bytes)) yield { stored, delivered: readDelivered(database, stored) };
}

function readDelivered(database: Database, stored: number): DeliveredObject {
  const [id, type, version, withdrawal, marked, json, title, body] =
    database.row(
      `SELECT thing.text, word.text, version, withdrawal, level, json, title, body
       FROM object JOIN object_json USING (n) JOIN object_text ON object_text.rowid = object.n
       JOIN thing ON thing.n = object.thing JOIN word ON word.n = object.type WHERE object.n = ?`,
      [stored],
    ) ?? [];
  const raw: DeliveredObject['raw'] = database.intact(() => JSON.parse(String(json)));
  return defined({
    id: String(id),
    type: String(type),
    version: String(version),
    raw,
    entity: readEntity(database, stored),
    statements: readStatements(database, stored),
    withdrawn: WITHDRAWALS[Number(withdrawal)],
    level: levelOfStrictness(Number(marked)),
    text: { title: String(title), body: String(body) },
  });
}

function readEntity(database: Database, stored: number): EntityDescription | undefined {
  const row = database.row('SELECT name, label, aliases FROM entity WHERE n = ?', [stored]);
  if (row === undefined) return undefined;
  const aliases: readonly string[] = database.intact(() => JSON.parse(String(row[2])));
  return { name: String(row[0]), label: String(row[1]), aliases };
}

function readStatements(database: Database, stored: number): readonly Statement[] {
  return database
    .rows(
      `SELECT word.text, subject.text, object.text, object.literal FROM statement
       JOIN word ON word.n = relation JOIN thing AS subject ON subject.n = subject
       JOIN thing AS object ON object.n = statement.object WHERE teller = ? ORDER BY statement.n`,
      [stored],
    )
    .map(([relation, subject, object, literal]) => ({
      relation: String(relation),
      subject: String(subject),
      object: literal === 1 ? { literal: String(object) } : String(object),
    }));
}

/** Tables that a restore empties. */
const TABLES = [
  'source',
  'object',
  'object_json',
  'object_text',
  'entity',
  'statement',
  'thing',
  'word',
  'remembered',
];

/** Puts other sources in the place of everything, within a transaction of the caller's. */
export function replaceAll(database: Database, contents: Iterable<SourceContents>): void {
  keepNumbers(database);
  for (const table of TABLES) database.run(`DELETE FROM ${table}`);
  for (const each of contents) ingestInto(database, each);
}

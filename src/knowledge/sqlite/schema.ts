/** `FoeP`: distinguishes our files from other SQLite databases. */
export const APPLICATION_ID = 0x466f_6550;

/** Version of the tables below; a file of another one is refused. */
export const SCHEMA_VERSION = 3;

/**
 * Rows are only added, except that a restore starts afresh: so a view needs no copy of what it shows, and a
 * reader is never in the way of a load. docs/decisions/0004-sqlite.md says why the tables are as they are.
 */
export const SCHEMA = `
  -- Names of types and relations.
  CREATE TABLE word (n INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);

  -- Whatever objects and statements name: ids, and literals apart from them.
  CREATE TABLE thing (n INTEGER PRIMARY KEY, text TEXT NOT NULL, literal INTEGER NOT NULL);
  CREATE UNIQUE INDEX thing_text ON thing (text, literal);

  -- Sources in order of loading. members: stored numbers of the source's objects, ascending 32-bit little-endian.
  -- replaced: a later source of the same release has taken its place.
  CREATE TABLE source (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    description TEXT NOT NULL,
    members BLOB NOT NULL,
    replaced INTEGER NOT NULL DEFAULT 0
  );

  -- One row a version of an object. withdrawal: 0 no, 1 revoked, 2 deprecated. level: 0 unmarked, 1 to 5 by
  -- strictness.
  CREATE TABLE object (
    n INTEGER PRIMARY KEY,
    thing INTEGER NOT NULL,
    type INTEGER NOT NULL,
    version TEXT NOT NULL,
    withdrawal INTEGER NOT NULL,
    level INTEGER NOT NULL
  );
  CREATE INDEX object_thing ON object (thing, version);

  -- The object as delivered. Apart from the row, so that reading rows does not leaf through all the texts.
  CREATE TABLE object_json (n INTEGER PRIMARY KEY, json TEXT NOT NULL);

  -- What objects that facts can be about are called. aliases: a JSON list.
  CREATE TABLE entity (
    n INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    label TEXT NOT NULL,
    aliases TEXT NOT NULL
  );

  -- What objects state. teller: object; n: which of its statements; subject, object: thing.
  CREATE TABLE statement (
    teller INTEGER NOT NULL,
    n INTEGER NOT NULL,
    relation INTEGER NOT NULL,
    subject INTEGER NOT NULL,
    object INTEGER NOT NULL,
    PRIMARY KEY (teller, n)
  ) WITHOUT ROWID;

  -- rowid: object. The text is folded before it comes here (search-words.ts), so that every knowledge base finds the same.
  CREATE VIRTUAL TABLE object_text USING fts5 (title, body, tokenize = "unicode61 remove_diacritics 0");

  -- Numbers up to which a table's rows were used before a restore took them away.
  CREATE TABLE used (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;

  -- Derived from a view and kept beside it; may be emptied at any time.
  CREATE TABLE remembered (key TEXT PRIMARY KEY, bytes BLOB NOT NULL) WITHOUT ROWID;
`;

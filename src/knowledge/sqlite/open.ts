import { existsSync } from 'node:fs';
import { FoeprintError, issueOf, type IssueDeclaration } from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import { Database } from './database.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { SqliteKnowledgeBase } from './sqlite-knowledge-base.ts';

export interface OpenOptions {
  /** Never write: the file must be there, and nothing is remembered in it. Default false. */
  readonly readonly?: boolean;
}

/**
 * Opens the knowledge base in a file, which is made where it is missing.
 *
 * @throws FoeprintError K205 where a file to be read is missing, K206 where the file is something else, K207 where a newer
 * Foeprint wrote it, K208 to K210 where SQLite cannot use it
 */
export function openSqliteKnowledgeBase(path: string, options: OpenOptions = {}): SqliteKnowledgeBase {
  const isReadonly = options.readonly === true;
  if (isReadonly && !existsSync(path)) refuse(KNOWLEDGE_ISSUES.notThere, 'There is no such file.', path);
  const database = new Database(path);
  try {
    prepare(database, isReadonly);
    return new SqliteKnowledgeBase(database, isReadonly);
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepare(database: Database, isReadonly: boolean): void {
  if (isEmpty(database)) {
    if (isReadonly) refuse(KNOWLEDGE_ISSUES.notThere, 'The file is empty.', database.path);
    create(database);
  }
  checkOurs(database);
  // A killed process loses nothing that was told to be loaded; only a power cut may take back the last load, whole.
  database.execute(`PRAGMA synchronous = NORMAL; PRAGMA query_only = ${isReadonly ? 'ON' : 'OFF'}`);
}

function isEmpty(database: Database): boolean {
  return (
    database.row('SELECT count(*) FROM sqlite_schema')?.[0] === 0 &&
    numberOf(database, 'application_id') === 0
  );
}

/** Makes the tables, unless another process has just done so. */
function create(database: Database): void {
  // Objects are longer than most rows: pages of four times the usual size are written in two thirds of the time.
  database.execute('PRAGMA page_size = 16384');
  database.row('PRAGMA journal_mode = WAL');
  database.write(() => {
    if (!isEmpty(database)) return;
    database.execute(SCHEMA);
    database.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}`);
  });
}

function checkOurs(database: Database): void {
  if (numberOf(database, 'application_id') !== APPLICATION_ID)
    refuse(KNOWLEDGE_ISSUES.notOurs, 'It is the SQLite database of another program.', database.path);
  const version = numberOf(database, 'user_version');
  if (version < SCHEMA_VERSION)
    refuse(
      KNOWLEDGE_ISSUES.older,
      `Its tables are of version ${version}; this Foeprint needs ${SCHEMA_VERSION}.`,
      database.path,
    );
  if (version > SCHEMA_VERSION)
    refuse(
      KNOWLEDGE_ISSUES.newer,
      `Its tables are of version ${version}; this Foeprint knows ${SCHEMA_VERSION}.`,
      database.path,
    );
}

function numberOf(database: Database, pragma: string): number {
  return Number(database.row(`PRAGMA ${pragma}`)?.[0] ?? 0);
}

function refuse(declaration: IssueDeclaration, message: string, file: string): never {
  throw new FoeprintError([issueOf(declaration, message, { file })]);
}

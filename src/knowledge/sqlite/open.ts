import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FoeprintError, errorOf, type IssueDeclaration } from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';
import { Database } from './binding/database.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { SqliteKnowledgeBase, type Opened } from './sqlite-knowledge-base.ts';

export interface OpenOptions {
  /** Never write: the file must be there, and nothing is remembered in it. Default false. */
  readonly readonly?: boolean;
  /**
   * From the first question on, read one state, whatever other processes write meanwhile, until something is written through
   * this knowledge base: for a process that answers one question. Default false: each view is of the newest state.
   */
  readonly oneState?: boolean;
}

/**
 * Opens the knowledge base in a file, which is made where it is missing. Where the file or its folder cannot be written, it is
 * opened for reading; what would write is then refused with K215.
 *
 * @throws FoeprintError K205 where a file to be read is missing, K206 where the file is something else, K207 where a newer
 * Foeprint wrote it, K208 to K210 where SQLite cannot use it
 */
export function openSqliteKnowledgeBase(path: string, options: OpenOptions = {}): SqliteKnowledgeBase {
  const asked = { isReadonly: options.readonly === true, isOneState: options.oneState === true };
  if (!asked.isReadonly)
    try {
      return openBy(() => new Database(path), asked);
    } catch (error) {
      if (!mayStillBeRead(error, path)) throw error;
    }
  else if (!existsSync(path)) refuse(KNOWLEDGE_ISSUES.notThere, 'There is no such file.', path);
  return openToRead(path, { ...asked, isReadonly: true });
}

function openBy(connect: () => Database, asked: Opened): SqliteKnowledgeBase {
  const database = connect();
  try {
    prepare(database, asked.isReadonly);
    return new SqliteKnowledgeBase(database, asked);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whether a file that cannot be used for writing may be fit for reading. */
function mayStillBeRead(error: unknown, path: string): boolean {
  const isStorage =
    error instanceof FoeprintError &&
    (error.code === KNOWLEDGE_ISSUES.readOnly.code || error.code === KNOWLEDGE_ISSUES.storageFailed.code);
  return isStorage && existsSync(path) && statSync(path).isFile();
}

/**
 * Tries one way of reading after the other. Beside a file with a write-ahead log SQLite keeps two more files, and wants to make
 * them even to read, which fails on a full disk or in a folder that cannot be written.
 */
function openToRead(path: string, asked: Opened): SqliteKnowledgeBase {
  const [first, ...others] = WAYS_TO_READ;
  try {
    return openBy(() => first(path), asked);
  } catch (error) {
    for (const way of others)
      try {
        return openBy(() => way(path), asked);
      } catch {
        // The first error says best what is wrong.
      }
    throw error;
  }
}

type WayToRead = (path: string) => Database;

const WAYS_TO_READ: readonly [WayToRead, ...WayToRead[]] = [(path) => new Database(path), unchanging, copied];

/** As a file that nobody changes: right as long as nothing waits in the log. */
function unchanging(path: string): Database {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0)
    refuse(KNOWLEDGE_ISSUES.readOnly, 'Its log has not been written back.', path);
  return new Database(path, `${pathToFileURL(path).href}?immutable=1`);
}

/** As a copy of the file and its log in the temporary folder, for the life of the process. */
function copied(path: string): Database {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const copy = join(folder, 'knowledge.db');
  for (const ending of ['', '-wal']) copyFileSync(path + ending, copy + ending);
  return new Database(path, copy);
}

function prepare(database: Database, isReadonly: boolean): void {
  if (isEmpty(database)) {
    if (isReadonly) refuse(KNOWLEDGE_ISSUES.notThere, 'The file is empty.', database.path);
    create(database);
  }
  checkOurs(database);
  // A killed process loses no load that was finished; only a power cut may take back the last one, whole.
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
  const tables = `Its tables are of version ${version}; this Foeprint`;
  if (version < SCHEMA_VERSION)
    refuse(KNOWLEDGE_ISSUES.older, `${tables} needs ${SCHEMA_VERSION}.`, database.path);
  if (version > SCHEMA_VERSION)
    refuse(KNOWLEDGE_ISSUES.newer, `${tables} knows ${SCHEMA_VERSION}.`, database.path);
}

function numberOf(database: Database, pragma: string): number {
  return Number(database.row(`PRAGMA ${pragma}`)?.[0] ?? 0);
}

function refuse(declaration: IssueDeclaration, message: string, file: string): never {
  throw errorOf(declaration, message, { file });
}

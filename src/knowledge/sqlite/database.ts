import Libsql from 'libsql';
import { FoeprintError, issueOf, type IssueDeclaration } from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';

/** What a column can hold. */
export type Value = string | number | Uint8Array | null;

/** How long to wait for another process that is writing, in milliseconds. A load of ATT&CK writes for about a second. */
const PATIENCE = 60_000;

/** Primary result codes of SQLite (https://sqlite.org/rescode.html), by the issue that they come to. */
const FAILURES: ReadonlyMap<number, IssueDeclaration> = new Map<number, IssueDeclaration>([
  [3, KNOWLEDGE_ISSUES.readOnly], // PERM
  [5, KNOWLEDGE_ISSUES.busy], // BUSY
  [6, KNOWLEDGE_ISSUES.busy], // LOCKED
  [8, KNOWLEDGE_ISSUES.readOnly], // READONLY
  [11, KNOWLEDGE_ISSUES.damaged], // CORRUPT
  [26, KNOWLEDGE_ISSUES.notOurs], // NOTADB
]);

/** The connection, and the only place that knows the binding. Failures of SQLite come as {@link FoeprintError}. */
export class Database {
  readonly path: string;
  readonly #address: string;
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #isOpen = true;
  #isHolding = false;

  /** @param address how SQLite is to open the file, where that is more than its path: a `file:` URI */
  constructor(path: string, address = path) {
    this.path = path;
    this.#address = address;
    this.#connection = this.#guard(() => connect(address));
    this.execute(`PRAGMA busy_timeout = ${PATIENCE}`);
  }

  /** Runs SQL that gives no rows; several statements at once. */
  execute(sql: string): void {
    this.#guard(() => this.#connection.exec(sql));
  }

  /** Runs one statement that gives no rows. */
  run(sql: string, values: readonly Value[] = []): void {
    this.#guard(() => this.#prepare(sql).run(values));
  }

  /** Another connection to the same file. */
  another(): Database {
    return new Database(this.path, this.#address);
  }

  /** Does what may as well be left undone, as {@link write} does: it goes without where another process is writing. */
  tryWrite(work: () => void): void {
    // The transaction begins first: a statement that finds the file busy would stay under way, and fail every later commit.
    this.#impatiently(() => this.write(work));
  }

  /** Writes the log back into the file, unless others are reading or writing; then the last of them does. */
  tidy(): void {
    this.#release();
    this.#impatiently(() => this.row('PRAGMA wal_checkpoint(TRUNCATE)'));
  }

  /** The first row as a list of its columns. */
  row(sql: string, values: readonly Value[] = []): readonly Value[] | undefined {
    return this.#guard(() => rowOf(this.#prepare(sql).raw(true).get(values)));
  }

  /** All rows. Costs about a microsecond a row and column: to read many, gather them into JSON with {@link gathered}. */
  rows(sql: string, values: readonly Value[] = []): readonly (readonly Value[])[] {
    return this.#guard(() => this.#prepare(sql).raw(true).all(values).map(rowOf)).filter(
      (row) => row !== undefined,
    );
  }

  /** Rows as they come; whoever stops early leaves the rest unread. */
  *each(sql: string, values: readonly Value[] = []): Generator<readonly Value[]> {
    const rows = this.#guard(() => this.#connection.prepare(sql).raw(true).iterate(values));
    for (
      let next = this.#guard(() => rows.next());
      next.done !== true;
      next = this.#guard(() => rows.next())
    ) {
      const row = rowOf(next.value);
      if (row !== undefined) yield row;
    }
  }

  /** The columns of one row, each a JSON list made by SQLite (`json_group_array`): many rows in one crossing. */
  gathered(sql: string, values: readonly Value[] = []): readonly (readonly unknown[])[] {
    return (this.row(sql, values) ?? []).map((json) => {
      const list: unknown = JSON.parse(String(json));
      return Array.isArray(list) ? list : [];
    });
  }

  /**
   * Reads what was written by us, e.g. JSON.
   *
   * @throws FoeprintError K209 where that fails
   */
  intact<Result>(read: () => Result): Result {
    try {
      return read();
    } catch {
      const message = 'A text in it is not as it was written.';
      throw new FoeprintError([issueOf(KNOWLEDGE_ISSUES.damaged, message, { file: this.path })]);
    }
  }

  /** Does something as a whole or not at all, before anybody else writes. */
  write<T>(work: () => T): T {
    this.#release();
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** From now on all is read from one state, whatever others write meanwhile: until something is written here. */
  hold(): void {
    if (this.#isHolding || this.#connection.inTransaction) return;
    this.execute('BEGIN');
    this.#isHolding = true;
  }

  /** Reads one state, whatever is written meanwhile. */
  read<T>(work: () => T): T {
    return this.#isHolding ? work() : this.#transaction('BEGIN', work);
  }

  /** Goes through what `make` gives, reading one state from the first to the last. */
  *readEach<T>(make: () => Iterable<T>): Generator<T> {
    if (this.#isHolding) {
      yield* make();
      return;
    }
    this.execute('BEGIN');
    try {
      yield* make();
    } finally {
      this.#rollback();
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#release();
    this.#isOpen = false;
    this.#statements.clear();
    this.#connection.close();
  }

  #release(): void {
    if (!this.#isHolding) return;
    this.#isHolding = false;
    this.#rollback();
  }

  /** Does something that can be left undone, without waiting for others. */
  #impatiently(work: () => void): void {
    this.execute('PRAGMA busy_timeout = 0');
    try {
      work();
    } catch (error) {
      if (!(error instanceof FoeprintError)) throw error;
    } finally {
      this.execute(`PRAGMA busy_timeout = ${PATIENCE}`);
    }
  }

  #transaction<T>(begin: string, work: () => T): T {
    this.execute(begin);
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      this.#rollback();
      throw error;
    }
  }

  /** Some failures (a full disk) have rolled back already; saying so must not hide them. */
  #rollback(): void {
    try {
      this.#connection.exec('ROLLBACK');
    } catch {
      // Nothing left to roll back.
    }
  }

  #prepare(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(work: () => T): T {
    if (!this.#isOpen)
      throw new FoeprintError([
        issueOf(KNOWLEDGE_ISSUES.closed, 'The knowledge base is closed.', { file: this.path }),
      ]);
    try {
      return work();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): unknown {
    const code = resultCode(error);
    if (code === undefined) return error;
    const issue = FAILURES.get(code & 0xff) ?? KNOWLEDGE_ISSUES.storageFailed;
    const reason = error instanceof Error ? error.message : String(error);
    return new FoeprintError([issueOf(issue, `SQLite says: ${reason} (code ${code}).`, { file: this.path })]);
  }
}

function connect(address: string): Libsql.Database {
  // The binding would end the whole process.
  if (address.includes('\0')) throw new Error('ConnectionFailed: a path cannot hold the character NUL: 14');
  return new Libsql(address);
}

/** Result code of SQLite, extended where it is; undefined for what is no failure of SQLite. The binding knows only some by name. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode;
  const [, told] = /^ConnectionFailed.*: (\d+)\W*$/su.exec(error.message) ?? [];
  return told === undefined ? undefined : Number(told);
}

function rowOf(row: unknown): readonly Value[] | undefined {
  return Array.isArray(row) ? row : undefined;
}

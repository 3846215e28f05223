import { FoeprintError, errorOf, type IssueDeclaration } from '../../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../../issues.ts';
import { sqliteBinding, type Connection, type PreparedStatement, type Row, type Value } from './binding.ts';

/** How long to wait for another process that is writing, in milliseconds. A load of ATT&CK writes for about a second. */
const PATIENCE = 60_000;

/** Primary result codes of SQLite by the issue that they come to. */
const FAILURES: ReadonlyMap<number, IssueDeclaration> = new Map<number, IssueDeclaration>([
  [3, KNOWLEDGE_ISSUES.readOnly], // PERM
  [5, KNOWLEDGE_ISSUES.busy], // BUSY
  [6, KNOWLEDGE_ISSUES.busy], // LOCKED
  [8, KNOWLEDGE_ISSUES.readOnly], // READONLY
  [11, KNOWLEDGE_ISSUES.damaged], // CORRUPT
  [26, KNOWLEDGE_ISSUES.notOurs], // NOTADB
]);

/** An open database. Failures of SQLite come as {@link FoeprintError}. */
export class Database {
  readonly path: string;
  readonly #address: string;
  readonly #binding = sqliteBinding();
  readonly #connection: Connection;
  readonly #statements = new Map<string, PreparedStatement>();
  #isOpen = true;
  #isHolding = false;

  /** @param address how SQLite is to open the file, where that is more than its path: a `file:` URI */
  constructor(path: string, address = path) {
    this.path = path;
    this.#address = address;
    // No path can hold it, and bindings take it in ways of their own; one would end the whole process.
    if (address.includes('\0'))
      throw errorOf(KNOWLEDGE_ISSUES.storageFailed, 'A path cannot hold the character NUL.', { file: path });
    this.#connection = this.#guard(() => this.#binding.connect(address));
    this.execute(`PRAGMA busy_timeout = ${PATIENCE}`);
  }

  /** Runs SQL that gives no rows; several statements at once. */
  execute(sql: string): void {
    this.#guard(() => this.#connection.execute(sql));
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
  row(sql: string, values: readonly Value[] = []): Row | undefined {
    return this.#guard(() => this.#prepare(sql).first(values));
  }

  /** All rows. Costs about a microsecond a row and column: to read many, gather them into JSON with {@link gathered}. */
  rows(sql: string, values: readonly Value[] = []): readonly Row[] {
    return this.#guard(() => this.#prepare(sql).all(values));
  }

  /** Rows as they come; whoever stops early leaves the rest unread. */
  *each(sql: string, values: readonly Value[] = []): Generator<Row> {
    const rows = this.#guard(() => this.#connection.prepare(sql).each(values));
    for (let next = this.#guard(() => rows.next()); next.done !== true; next = this.#guard(() => rows.next()))
      yield next.value;
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
      throw errorOf(KNOWLEDGE_ISSUES.damaged, message, { file: this.path });
    }
  }

  /** Does something as a whole or not at all, before anybody else writes. */
  write<T>(work: () => T): T {
    this.#release();
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** From now on all is read from one state, whatever others write meanwhile: until something is written here. */
  hold(): void {
    if (this.#isHolding || this.#connection.isInTransaction()) return;
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

  /** Some failures (a full disk) have rolled back already; the error of a second rollback must not hide them. */
  #rollback(): void {
    try {
      this.#connection.execute('ROLLBACK');
    } catch {
      // Nothing left to roll back.
    }
  }

  #prepare(sql: string): PreparedStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#connection.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #guard<T>(work: () => T): T {
    if (!this.#isOpen)
      throw errorOf(KNOWLEDGE_ISSUES.closed, 'The knowledge base is closed.', { file: this.path });
    try {
      return work();
    } catch (error) {
      throw this.#explain(error);
    }
  }

  #explain(error: unknown): unknown {
    const code = error instanceof Error ? this.#binding.codeOf(error) : undefined;
    if (code === undefined || !(error instanceof Error)) return error;
    const issue = FAILURES.get(code & 0xff) ?? KNOWLEDGE_ISSUES.storageFailed;
    const message = `SQLite says: ${error.message} (code ${code}).`;
    return errorOf(issue, message, { file: this.path });
  }
}

import Libsql from 'libsql';
import { FoeprintError, issueOf, type IssueDeclaration } from '../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../issues.ts';

/** What a column can hold. */
export type Value = string | number | Uint8Array | null;

/** How long to wait for another process that is writing, in milliseconds. A load of ATT&CK writes for about a second. */
const PATIENCE = 60_000;

/** Codes of SQLite, by the issue that they come to. */
const FAILURES: readonly (readonly [code: string, issue: IssueDeclaration])[] = [
  ['SQLITE_BUSY', KNOWLEDGE_ISSUES.busy],
  ['SQLITE_LOCKED', KNOWLEDGE_ISSUES.busy],
  ['SQLITE_NOTADB', KNOWLEDGE_ISSUES.notOurs],
  ['SQLITE_CORRUPT', KNOWLEDGE_ISSUES.damaged],
];

/** The connection, and the only place that knows the binding. Failures of SQLite come as {@link FoeprintError}. */
export class Database {
  readonly path: string;
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #isOpen = true;

  constructor(path: string) {
    this.path = path;
    this.#connection = this.#guard(() => new Libsql(path));
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

  /** Runs one statement that may as well not run: it goes without where another process is writing. */
  tryRun(sql: string, values: readonly Value[] = []): void {
    this.#impatiently(() => this.run(sql, values));
  }

  /** Writes the log back into the file, unless others are reading or writing; then the last of them does. */
  tidy(): void {
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

  /** Does something as a whole or not at all, before anybody else writes. */
  write<T>(work: () => T): T {
    return this.#transaction('BEGIN IMMEDIATE', work);
  }

  /** Reads one state, whatever is written meanwhile. */
  read<T>(work: () => T): T {
    return this.#transaction('BEGIN', work);
  }

  /** Goes through what `make` gives, reading one state from the first to the last. */
  *readEach<T>(make: () => Iterable<T>): Generator<T> {
    this.execute('BEGIN');
    try {
      yield* make();
    } finally {
      this.#rollback();
    }
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#statements.clear();
    this.#connection.close();
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_')) return error;
    const issue = FAILURES.find(([start]) => code.startsWith(start))?.[1] ?? KNOWLEDGE_ISSUES.storageFailed;
    const reason = error instanceof Error ? error.message : String(error);
    return new FoeprintError([issueOf(issue, `SQLite says: ${reason} (${code}).`, { file: this.path })]);
  }
}

function rowOf(row: unknown): readonly Value[] | undefined {
  return Array.isArray(row) ? row : undefined;
}

import { append } from '../../text/index.ts';
import type { Value } from './binding/binding.ts';
import type { Database } from './binding/database.ts';

/** Rows that go into one statement. More make the statement slower to bind; measured in docs/decisions/0004-sqlite.md. */
const ROWS_AT_ONCE = 100;

/** Inserts rows many at a time: a statement a row costs half as much again. */
export class RowsInsert {
  readonly #database: Database;
  readonly #head: string;
  readonly #row: string;
  readonly #columns: number;
  #values: Value[] = [];

  /** @param table table with its columns, e.g. `entity (n, name)` */
  constructor(database: Database, table: string) {
    this.#database = database;
    this.#columns = table.split(',').length;
    // What fails takes the whole load back anyway. Without the clause SQLite would copy every page that a statement touches, and
    // the text index would write out what it has gathered, before each statement, in case that it alone had to be taken back.
    this.#head = `INSERT OR ROLLBACK INTO ${table} VALUES `;
    this.#row = `(${Array.from({ length: this.#columns }, () => '?').join(', ')})`;
  }

  /** Takes a row; it is in the table after the next {@link flush} at the latest. */
  add(...row: readonly Value[]): void {
    append(this.#values, row);
    if (this.#values.length === ROWS_AT_ONCE * this.#columns) this.flush();
  }

  flush(): void {
    const rows = this.#values.length / this.#columns;
    if (rows === 0) return;
    this.#database.run(this.#head + Array.from({ length: rows }, () => this.#row).join(', '), this.#values);
    this.#values = [];
  }
}

import type { Binding, Connection, Row, Value } from './binding.ts';

/** What is used of `node:sqlite`; the oldest Node that we support has no types for it. */
interface NodeSqlite {
  readonly DatabaseSync: new (path: string) => NodeDatabase;
}

interface NodeDatabase {
  readonly isTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): NodeStatement;
  close(): void;
}

interface NodeStatement {
  setReturnArrays(returnsArrays: boolean): void;
  run(...values: readonly Value[]): void;
  get(...values: readonly Value[]): Row | undefined;
  all(...values: readonly Value[]): readonly Row[];
  iterate(...values: readonly Value[]): Iterator<Row>;
}

/** The SQLite that Node brings, from 22.16 on; otherwise why it cannot be used. */
export function nodeBinding(): Binding | string {
  const sqlite = withoutItsWarning(() => process.getBuiltinModule('node:sqlite'));
  if (!isFit(sqlite)) return `Node ${process.versions.node} brings no SQLite that will do.`;
  return {
    connect: (address) => connectionOver(new sqlite.DatabaseSync(address)),
    codeOf: (error) => ('errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined),
  };
}

/** Rows as lists came with 22.16; what is older lacks the text index too. */
function isFit(sqlite: unknown): sqlite is NodeSqlite {
  const { StatementSync } = (sqlite ?? {}) as { readonly StatementSync?: { readonly prototype: object } };
  return StatementSync !== undefined && 'setReturnArrays' in StatementSync.prototype;
}

function connectionOver(database: NodeDatabase): Connection {
  return {
    isInTransaction: () => database.isTransaction,
    execute: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return {
        run: (values) => statement.run(...values.map(bound)),
        first: (values) => statement.get(...values.map(bound)),
        all: (values) => statement.all(...values.map(bound)),
        each: (values) => statement.iterate(...values.map(bound)),
      };
    },
    close: () => database.close(),
  };
}

/** Node 22 takes empty bytes for NULL where they lie outside of its heap, as those of an `ArrayBuffer` do; a copy lies in it. */
function bound(value: Value): Value {
  return value instanceof Uint8Array && value.length === 0 ? new Uint8Array(0) : value;
}

/** Node 22 warns of the module when it is loaded, on standard error. Any other warning goes its way. */
function withoutItsWarning<T>(load: () => T): T {
  const emitWarning = process.emitWarning.bind(process);
  process.emitWarning = (warning: string | Error, ...details: never[]) => {
    const isOfSqlite = String(warning).startsWith('SQLite is an experimental feature');
    if (!isOfSqlite) emitWarning(warning, ...details);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

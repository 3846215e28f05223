import { createRequire } from 'node:module';
import type { Binding, Connection, Row, Value } from './binding.ts';

/** What is used of the package libsql, which need not be installed. */
interface LibsqlDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): LibsqlStatement;
  close(): void;
}

interface LibsqlStatement {
  run(values: readonly Value[]): void;
  /** Its rows as lists; refused for statements that give none. */
  raw(isRaw: boolean): {
    get(values: readonly Value[]): Row | undefined;
    all(values: readonly Value[]): readonly Row[];
    iterate(values: readonly Value[]): Iterator<Row>;
  };
}

/** The native package, for Node before 22.16: an optional one, loaded where it is needed. Otherwise why it cannot be used. */
export function libsqlBinding(): Binding | string {
  try {
    const Database: new (path: string) => LibsqlDatabase = createRequire(import.meta.url)('libsql');
    return { connect: (address) => connectionOver(new Database(address)), codeOf };
  } catch (error) {
    const [reason = ''] = String(error).split('\n');
    return `The package libsql cannot be loaded (${reason}).`;
  }
}

function connectionOver(database: LibsqlDatabase): Connection {
  return {
    isInTransaction: () => database.inTransaction,
    execute: (sql) => database.exec(sql),
    prepare: (sql) => {
      const statement = database.prepare(sql);
      return {
        run: (values) => statement.run(values),
        first: (values) => statement.raw(true).get(values),
        all: (values) => statement.raw(true).all(values),
        each: (values) => statement.raw(true).iterate(values),
      };
    },
    close: () => database.close(),
  };
}

/** The binding knows only some codes by name. */
function codeOf(error: Error): number | undefined {
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode;
  const [, code] = /^ConnectionFailed.*: (\d+)\W*$/su.exec(error.message) ?? [];
  return code === undefined ? undefined : Number(code);
}

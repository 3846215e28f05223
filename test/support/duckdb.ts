import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import type { FactBase } from '../../src/facts/index.ts';

/** An in-memory DuckDB with a table `name(s, o)` for each of these relations of two terms. */
export async function duckDb(facts: FactBase, relations: readonly string[]): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const name of relations) {
    const { columns = [], size = 0 } = facts.relations.get(name) ?? {};
    await connection.run(`CREATE TABLE "${name}" (s INTEGER, o INTEGER)`);
    const appender = await connection.createAppender(name);
    for (let row = 0; row < size; row++) {
      appender.appendInteger(columns[0]?.[row] ?? -1);
      appender.appendInteger(columns[1]?.[row] ?? -1);
      appender.endRow();
    }
    appender.closeSync();
  }
  return connection;
}

/** All rows of a query, each as numbers. */
export async function numbersOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly (readonly number[])[]> {
  const rows = (await connection.runAndReadAll(sql)).getRows();
  return rows.map((row) => row.map(Number));
}

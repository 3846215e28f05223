import type { Database } from './binding/database.ts';

/** Tables whose numbers others may hold. */
const NUMBERED = ['source', 'object', 'thing'];

/** Sees to it that no number given so far is given again, before rows are taken away. */
export function keepNumbers(database: Database): void {
  for (const table of NUMBERED)
    database.run(
      `INSERT INTO used (name, last) SELECT ?, coalesce(max(n), 0) FROM ${table} WHERE true
       ON CONFLICT (name) DO UPDATE SET last = max(last, excluded.last)`,
      [table],
    );
}

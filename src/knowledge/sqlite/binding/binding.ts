import { errorOf } from '../../../facts/index.ts';
import { KNOWLEDGE_ISSUES } from '../../issues.ts';
import { libsqlBinding } from './libsql-binding.ts';
import { nodeBinding } from './node-binding.ts';

/** What a column can hold. */
export type Value = string | number | Uint8Array | null;

/** A row as a list of its columns. */
export type Row = readonly Value[];

/** A statement ready to be run, any number of times. */
export interface PreparedStatement {
  run(values: readonly Value[]): void;
  first(values: readonly Value[]): Row | undefined;
  all(values: readonly Value[]): readonly Row[];
  each(values: readonly Value[]): Iterator<Row>;
}

/** An open file. */
export interface Connection {
  isInTransaction(): boolean;
  execute(sql: string): void;
  prepare(sql: string): PreparedStatement;
  close(): void;
}

/** A way to reach SQLite from Node. */
export interface Binding {
  /** @param address a path or a `file:` URI, without the character NUL */
  connect(address: string): Connection;
  /** Result code of SQLite (https://sqlite.org/rescode.html), extended where it is; undefined for what is no failure of SQLite. */
  codeOf(error: Error): number | undefined;
}

/** Every binding there is, the better one first. Each gives why it cannot be used here instead, where that is so. */
const BINDINGS: ReadonlyMap<string, () => Binding | string> = new Map([
  ['node', nodeBinding],
  ['libsql', libsqlBinding],
]);

/** Names the only binding to be tried; for tests, and for whoever finds a fault in one of them. */
const FORCED = 'FOEPRINT_SQLITE';

const loaded = new Map<string, Binding | string>();

/** @throws FoeprintError K216 where there is none */
export function sqliteBinding(): Binding {
  const forced = process.env[FORCED] ?? '';
  const reasons: string[] = [];
  for (const [name, load] of BINDINGS) {
    if (forced !== '' && forced !== name) continue;
    const binding = loaded.get(name) ?? load();
    loaded.set(name, binding);
    if (typeof binding !== 'string') return binding;
    reasons.push(binding);
  }
  const message = reasons.length === 0 ? `${FORCED} names no way to SQLite: “${forced}”.` : reasons.join(' ');
  throw errorOf(KNOWLEDGE_ISSUES.noSqlite, message);
}

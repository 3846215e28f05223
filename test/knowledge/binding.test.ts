import { afterEach, expect, test, vi } from 'vitest';
import { sqliteBinding } from '../../src/knowledge/sqlite/binding/binding.ts';
import { nodeBinding } from '../../src/knowledge/sqlite/binding/node-binding.ts';
import { BINDINGS, forceBinding } from './support/bindings.ts';

afterEach(() => void vi.restoreAllMocks());

const EXPERIMENTAL = 'SQLite is an experimental feature and might change at any time';

test.for([
  ['there is none', undefined],
  ['it gives no rows as lists', { StatementSync: Object }],
] as const)('the SQLite of Node is not used where %s', ([, module]) => {
  vi.spyOn(process, 'getBuiltinModule').mockReturnValue(module);
  expect(nodeBinding()).toMatch(/^Node [\d.]+ brings no SQLite that will do\.$/);
});

test('of the warnings that loading it gives, only its own is kept back', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockReturnValue();
  vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
    process.emitWarning(EXPERIMENTAL, 'ExperimentalWarning');
    process.emitWarning('The moon is full', 'ExperimentalWarning');
    return undefined;
  });
  nodeBinding();
  process.emitWarning(EXPERIMENTAL);
  expect(warn.mock.calls).toEqual([['The moon is full', 'ExperimentalWarning'], [EXPERIMENTAL]]);
});

test('a binding that nobody knows is refused in words', () => {
  forceBinding('abacus');
  expect(sqliteBinding).toThrow('FOEPRINT_SQLITE names no way to SQLite: “abacus”.');
  expect(sqliteBinding).toThrow('K216');
});

test.for(BINDINGS)('%s gives the same columns and codes as any other', (name) => {
  forceBinding(name);
  const binding = sqliteBinding();
  const connection = binding.connect(':memory:');
  connection.execute(`CREATE TABLE field (n INTEGER PRIMARY KEY, crop TEXT, seed BLOB);
    INSERT INTO field VALUES (1, 'rye', NULL), (2, 'Grünkohl ❄', x'00ff')`);
  const rows = connection.prepare('SELECT * FROM field ORDER BY n');
  const second = [2, 'Grünkohl ❄', Uint8Array.of(0, 255)];
  expect(rows.all([]).map((row) => row.map(plain))).toEqual([[1, 'rye', null], second]);
  expect(connection.prepare('SELECT crop FROM field WHERE n = ?').first([3])).toBeUndefined();
  const insert = connection.prepare('INSERT INTO field VALUES (?, ?, ?)');
  connection.execute('BEGIN');
  expect(connection.isInTransaction()).toBe(true);
  insert.run([3, null, new Uint8Array(new ArrayBuffer(0))]);
  expect(connection.prepare('SELECT typeof(seed) FROM field WHERE n = 3').first([])).toEqual(['blob']);
  expect(codeOf(() => insert.run([3, 'oats', null]))).toBe(1555);
  connection.execute('COMMIT');
  expect(connection.isInTransaction()).toBe(false);
  const each = rows.each([]);
  expect(each.next().value).toEqual([1, 'rye', null]);
  expect(codeOf(() => binding.connect('/nowhere/at/all.db'))).toBe(14);
  expect(binding.codeOf(new Error('The moon is full'))).toBeUndefined();
  connection.close();

  function codeOf(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      return error instanceof Error ? binding.codeOf(error) : error;
    }
  }
});

/** Bytes come as a `Buffer` of one binding. */
function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? Uint8Array.from(value) : value;
}

import { onTestFinished, vi } from 'vitest';
import { libsqlBinding } from '../../../src/knowledge/sqlite/binding/libsql-binding.ts';
import { nodeBinding } from '../../../src/knowledge/sqlite/binding/node-binding.ts';

const all = { node: nodeBinding(), libsql: libsqlBinding() };

for (const reason of Object.values(all))
  if (typeof reason === 'string') console.warn(`Skipping the tests on one way to SQLite. ${reason}`);

/** Names of the ways to SQLite that there are here. */
export const BINDINGS = Object.entries(all).flatMap(([name, binding]) =>
  typeof binding === 'string' ? [] : [name],
);

/** Files are opened by this binding alone, until the test is over. */
export function forceBinding(name: string): void {
  vi.stubEnv('FOEPRINT_SQLITE', name);
  onTestFinished(() => void vi.unstubAllEnvs());
}

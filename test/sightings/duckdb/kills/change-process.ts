/*
 * A process that changes a store of sightings, step by step: every call that touches files, and every statement of the engine, is a step. It
 * writes the names of its steps to standard output; asked to, it kills itself before one of them, by its number.
 */
import { promises, writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { openSightings } from '../../../../src/home/sightings/open-sightings.ts';
import { Connection } from '../../../../src/sightings/duckdb/engine.ts';
import { CHANGES } from './changes.ts';

const [folder = '', change = '', fatal = '-1'] = process.argv.slice(2);
let number = 0;

function step(name: string): void {
  if (number === Number(fatal)) process.kill(process.pid, 'SIGKILL');
  number += 1;
  // Unlike a stream, this is written before anything else happens.
  writeSync(
    1,
    `${withoutChance(name)}
`,
  );
}

/** The name of a step without what differs from run to run. */
function withoutChance(name: string): string {
  return name
    .replaceAll(folder, '')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|-\d+-/gu, '…');
}

/** Bookkeeping that is not of the store. */
const ELSEWHERE = /store\.lock|^\/proc\//u;

const files: Record<string, unknown> = promises;
for (const name of [
  'mkdir',
  'chmod',
  'open',
  'rename',
  'link',
  'rm',
  'readdir',
  'readFile',
  'symlink',
  'writeFile',
  'copyFile',
]) {
  const original = files[name];
  if (typeof original !== 'function') throw new TypeError(name);
  files[name] = (...given: readonly unknown[]): unknown => {
    if (!ELSEWHERE.test(String(given[0])))
      step(`${name} ${given.filter((each) => typeof each === 'string').join(' ')}`);
    return Reflect.apply(original, promises, given);
  };
}
syncBuiltinESMExports();

for (const name of ['run', 'rows'] as const) {
  const original: (sql: string) => Promise<unknown> = Connection.prototype[name];
  Object.defineProperty(Connection.prototype, name, {
    value(this: Connection, sql: string): Promise<unknown> {
      step(withoutChance(sql).slice(0, 60).replaceAll(/\s+/gu, ' '));
      return Reflect.apply(original, this, [sql]);
    },
  });
}

const store = await openSightings(folder, 'imported', 'local');
await CHANGES[change]?.(store);
await store.close();
process.exit(0);

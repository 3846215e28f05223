/*
 * Loaded before a program of ours (`node --import`), it counts the steps by which that changes files: calls that touch files of a home, and
 * statements of its database. It writes their names to a file; asked to, it kills the process before one of them, by its number.
 *
 * FOEPRINT_STEPS is the file, FOEPRINT_FATAL the number, FOEPRINT_STEPS_OF a part of the program's name where others are left alone, and
 * FOEPRINT_FATAL_GROUP kills also whoever started the process, and all that it started.
 */
import { appendFileSync, existsSync, promises } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

const { FOEPRINT_STEPS: file, FOEPRINT_FATAL: fatal, FOEPRINT_STEPS_OF: program = '' } = process.env;
const isGroup = process.env['FOEPRINT_FATAL_GROUP'] !== undefined;
const main = process.argv[1] ?? '';
/** Made when somebody is killed: nobody else is. */
const killed = `${file ?? ''}.killed`;
let number = 0;
let last = '';

/** @param {string} name */
function step(name) {
  // Rows are many, and all of one transaction.
  if (name === last && name.startsWith('sql ')) return;
  last = name;
  // Reading begins and ends so, too.
  if (/^sql (?:PRAGMA|BEGIN$|ROLLBACK)/u.test(name)) return;
  if (number === Number(fatal ?? -1) && !existsSync(killed)) {
    appendFileSync(killed, '');
    process.kill(isGroup ? 0 : process.pid, 'SIGKILL');
  }
  number += 1;
  appendFileSync(file ?? '/dev/null', `${name}\n`);
}

/** @param {unknown} value */
function shown(value) {
  if (typeof value !== 'string') return '';
  return value.replaceAll(/(?:-\d+-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,64}/gu, '…');
}

/** @param {Record<string, any>} object @param {string} name @param {(given: readonly unknown[]) => string | undefined} nameOf */
function watch(object, name, nameOf) {
  const original = object[name];
  object[name] = function (/** @type {unknown[]} */ ...given) {
    const called = nameOf(given);
    if (called !== undefined) step(called);
    return Reflect.apply(original, this, given);
  };
}

if (file !== undefined && main.includes(program)) {
  for (const name of ['mkdir', 'writeFile', 'rename', 'link', 'rm', 'copyFile', 'chmod', 'symlink'])
    watch(promises, name, ([path, other]) =>
      shown(path).startsWith('/proc')
        ? undefined
        : `${name} ${shown(path)} ${name === 'writeFile' ? '' : shown(other)}`,
    );
  watch(promises, 'open', ([path, how]) => (/[wa]/u.test(String(how)) ? `open ${shown(path)}` : undefined));
  const handle = await promises.open(new URL(import.meta.url));
  const prototype = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ['appendFile', 'sync']) watch(prototype, name, () => name);
  syncBuiltinESMExports();
  watchDatabase();
}

function watchDatabase() {
  const sqlite = process.getBuiltinModule?.('node:sqlite');
  const Database =
    sqlite?.StatementSync?.prototype.setReturnArrays === undefined ? libsql() : sqlite.DatabaseSync;
  watch(Database.prototype, 'exec', ([sql]) => named(sql));
  const { prepare } = Database.prototype;
  Database.prototype.prepare = function (/** @type {string} */ sql) {
    const statement = Reflect.apply(prepare, this, [sql]);
    watch(statement, 'run', () => named(sql));
    return statement;
  };
}

function libsql() {
  return createRequire(pathToFileURL(main))('libsql');
}

/** @param {unknown} sql */
function named(sql) {
  return `sql ${String(sql).trim().slice(0, 40).replaceAll(/\s+/gu, ' ')}`;
}

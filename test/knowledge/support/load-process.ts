/*
 * A process that loads a delivery into a knowledge base: reads it, says `ready`, waits to be asked, loads, says `done`, and closes.
 * It may be asked to kill itself before or after the first step of the database that begins with some words of SQL.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Database } from '../../../src/knowledge/sqlite/binding/database.ts';
import { openSqliteKnowledgeBase } from '../../../src/knowledge/sqlite/index.ts';
import { LOADED_AT } from '../../support/loaded-at.ts';

const [path = '', file = '', when = '', step = ''] = process.argv.slice(2);
const delivery = JSON.parse(readFileSync(file, 'utf8'));
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const base = openSqliteKnowledgeBase(path);
if (step !== '') killAtStep();
base.ingest(delivery, LOADED_AT);
process.stdout.write('done\n');
base.close();
process.exit(0);

function killAtStep(): void {
  for (const name of ['execute', 'run', 'row', 'rows'] as const) {
    const take: (...given: never[]) => unknown = Database.prototype[name];
    Object.defineProperty(Database.prototype, name, {
      value(this: Database, sql: string, ...others: readonly unknown[]): unknown {
        const isIt = sql.startsWith(step);
        if (isIt && when === 'before') process.kill(process.pid, 'SIGKILL');
        const result: unknown = Reflect.apply(take, this, [sql, ...others]);
        if (isIt && when === 'after') process.kill(process.pid, 'SIGKILL');
        return result;
      },
    });
  }
}

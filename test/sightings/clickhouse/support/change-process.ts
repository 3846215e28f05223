/*
 * A process that changes the sightings of a cluster, and kills itself at a step: before or after the nth time that it asks a server for
 * something that begins with some words, or in the midst of what it sends.
 */
import { openClusterSightings } from '../../../../src/sightings/clickhouse/index.ts';
import { Server } from '../../../../src/sightings/clickhouse/server.ts';
import { readClusterAddress } from '../../../../src/sightings/index.ts';
import { sentOf } from './sent.ts';
import type { ChangeOrder } from './changer.ts';

const order: ChangeOrder = JSON.parse(process.argv[2] ?? '');
const { address, password, holder, what, step } = order;
if (step !== undefined && step.when !== 'halfway') killAtStep(step.when, step.words, step.time ?? 1);
const store = openClusterSightings({ address: readClusterAddress(address), password, holder });
const halfway = step?.when === 'halfway' ? die : undefined;
if ('commit' in what) await store.commit(sentOf(what.commit, what.months, halfway));
if ('remove' in what) await store.remove([sentOf(what.remove, []).batch.id]);
if ('compact' in what) await store.compact(0);
await store.close();

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function killAtStep(when: 'before' | 'after', words: string, time: number): void {
  let times = 0;
  for (const name of ['run', 'insert'] as const) {
    const take: (...given: never[]) => Promise<unknown> = Server.prototype[name];
    Object.defineProperty(Server.prototype, name, {
      async value(this: Server, sql: string, ...others: readonly unknown[]): Promise<unknown> {
        const isIt = `${name} ${sql}`.includes(words) && ++times === time;
        if (isIt && when === 'before') die();
        const result: unknown = await Reflect.apply(take, this, [sql, ...others]);
        if (isIt && when === 'after') die();
        return result;
      },
    });
  }
}

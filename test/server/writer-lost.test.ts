import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeServer } from '../../src/server/index.ts';
import { farm } from '../support/tried-actions.ts';

/* The process that writes is ended from outside while it has nothing to do, as happens where memory is short. */

/** Processes that write for a server of this process, and are not gone. */
function writers(): readonly number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(\S+)\s(.*)$/u.exec(line) ?? [])
    .filter(([, , parent, state, args]) => Number(parent) === process.pid && isWriter(state, args))
    .map(([, pid]) => Number(pid));
}

/** Whether a process is there: it is until this one takes note of its end. */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function isWriter(state = '', args = ''): boolean {
  return !state.startsWith('Z') && /writer-process\.[jt]s/u.test(args);
}

test(
  'a server whose writer was ended at rest starts another, and ends without it',
  { timeout: 240_000 },
  async () => {
    const on = await farm();
    const before = new Set(writers());
    const app = await makeServer({ home: on.folder, config: on.config });
    const state = async (source: string): Promise<string> => {
      const { headers, body } = await app.inject({
        method: 'POST',
        url: '/api/actions/assert',
        headers: { host: 'localhost', prefer: 'respond-async' },
        payload: { subject: 'Wily Weasel', relation: 'targets', object: 'LU', source },
      });
      expect(body).toContain('"job"');
      const events = { host: 'localhost', accept: 'text/event-stream' };
      return (await app.inject({ url: String(headers.location), headers: events })).body;
    };
    const endWriter = async (): Promise<void> => {
      const [writer = 0, ...others] = writers().filter((pid) => !before.has(pid));
      expect([writer > 0, others]).toEqual([true, []]);
      process.kill(writer, 'SIGKILL');
      while (isThere(writer)) await wait(20);
    };
    expect(await state('one')).toContain('"state":"done"');
    await endWriter();
    expect(await state('two')).toContain('"state":"done"');
    await endWriter();
    await app.close();
    expect((await on.home.ask('assertions', {})).answer.assertions).toHaveLength(2);
  },
);

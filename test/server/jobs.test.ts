import { expect, onTestFinished, test } from 'vitest';
import { withLock } from '../../src/home/locking/lock.ts';
import { makeServer } from '../../src/server/index.ts';
import type { Caller } from '../../src/server/http/caller.ts';
import { Jobs } from '../../src/server/writing/jobs.ts';
import { farm } from '../support/tried-actions.ts';

/* Changes that wait for their turn: how many may, and who sees what came of them. */

test('a job is seen by whoever asked for it, as long as they are cleared as far', () => {
  const jobs = new Jobs();
  const ann: Caller = { name: 'Ann', role: 'analyst', clearance: 'amber', by: 'token' };
  const { id } = jobs.begin('assert', ann, async () => await new Promise(() => {}));
  expect(jobs.of(id, ann)?.id).toBe(id);
  expect(jobs.of(id, { ...ann, by: 'session', clearance: 'red' })?.id).toBe(id);
  for (const other of [{ name: 'Ben' }, { by: 'local' }, { clearance: 'green' }] as const)
    expect(jobs.of(id, { ...ann, ...other })).toBeUndefined();
});

test('where too many changes wait, no more are taken', { timeout: 240_000 }, async () => {
  const on = await farm();
  const app = await makeServer({ home: on.folder, config: on.config });
  onTestFinished(async () => await app.close());
  const post = async () =>
    await app.inject({
      method: 'POST',
      url: '/api/actions/org-remove',
      headers: { host: 'localhost', prefer: 'respond-async' },
      payload: {},
    });
  const statuses: number[] = [];
  // Nothing is done meanwhile.
  await withLock(on.home.paths.organisation, async () => {
    for (let sent = 0; sent < 101; sent += 1) statuses.push((await post()).statusCode);
    const refused = await post();
    expect(refused.json()).toMatchObject({ error: { issues: [{ code: 'N832' }] } });
  });
  expect(statuses).toEqual([...Array.from({ length: 100 }, () => 202), 503]);
});

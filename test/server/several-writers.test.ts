import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { readJournal } from '../../src/home/index.ts';
import { makeServer } from '../../src/server/index.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { farm, type Farm } from '../support/tried-actions.ts';

/* Two servers, a command line and a program write into one home at once: each waits for its turn, and whoever asks meanwhile is answered. */

type Asked = Awaited<ReturnType<typeof makeServer>>;

async function server({ folder, config }: Farm): Promise<Asked> {
  const app = await makeServer({ home: folder, config, clearance: 'red' });
  onTestFinished(async () => await app.close());
  return app;
}

const said = (source: string): object => ({
  subject: 'Wily Weasel',
  relation: 'targets',
  object: 'LU',
  source,
});

/** Posts what takes longer as a job, and asks until that is done. */
async function stated(app: Asked, source: string): Promise<string> {
  const headers = { host: 'localhost' };
  const posted = await app.inject({
    method: 'POST',
    url: '/api/actions/assert',
    headers,
    payload: said(source),
  });
  const { job } = posted.json<{ readonly job?: string }>();
  if (job === undefined) return posted.body;
  const events = { ...headers, accept: 'text/event-stream' };
  return (await app.inject({ url: `/api/jobs/${job}`, headers: events })).body;
}

test('all that several writers do is done, in one journal', { timeout: 240_000 }, async () => {
  const on = await farm();
  const [one, other] = [await server(on), await server(on)];
  const line = ['assert', 'Wily Weasel', 'targets', 'LU', '--source', 'line', '--home', on.folder];
  const writing = [
    stated(one, 'one'),
    stated(other, 'other'),
    runFoeprint(...line, '--config', on.config).then(({ exitCode }) => `exit ${String(exitCode)}`),
    on.act('assert', said('program')).then(() => 'done'),
  ];
  const running = new Set<unknown>(writing);
  const ended = Promise.all(writing.map(async (each) => await each.finally(() => running.delete(each))));
  let asked = 0;
  while (running.size > 0) {
    const answer = await one.inject({ url: '/api/assertions', headers: { host: 'localhost' } });
    expect(answer.statusCode).toBe(200);
    asked += 1;
    await wait(20);
  }
  const [first, second, third, fourth] = await ended;
  expect([third, fourth]).toEqual(['exit 0', 'done']);
  expect(`${String(first)} ${String(second)}`).not.toContain('"error"');
  expect(asked).toBeGreaterThan(0);
  const { answer } = await on.home.ask('assertions', {});
  expect(answer.assertions.map(({ source }) => JSON.stringify(source)).join(' ')).toMatch(
    /line|one|other|program/u,
  );
  expect(answer.assertions).toHaveLength(4);
  const entries = (await readJournal(on.home)).slice(1);
  expect(entries.map(({ number, how, isUndoable }) => [number, how, isUndoable])).toEqual(
    [2, 3, 4, 5].map((number) => [number, 'done', true]),
  );
  expect(new Set(entries.map(({ through }) => through))).toEqual(
    new Set(['server', 'command line', 'library']),
  );
});

import { expect, onTestFinished, test, vi } from 'vitest';
import { startServer } from '../../src/server/index.ts';
import { NO_CONFIG } from '../support/sample-home.ts';
import { farm } from '../support/tried-actions.ts';
import { writtenActions } from '../../web/build/actions-plugin.ts';
import { act, bodyOf, undo } from '../../web/src/api/act.ts';
import { ApiFault } from '../../web/src/api/ask.ts';
import { answerOfJob, eventsIn } from '../../web/src/api/jobs.ts';
import { forgetSession } from '../../web/src/api/session.ts';

/* How the web application changes a home, without a browser: its requests go to a server, or to a stand-in for a broken one. */

type Answering = (path: string, init: RequestInit) => Promise<Response>;

/** Has requests of the application answered, until the test ends. */
function answeredBy(answering: Answering): void {
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => answering(path, init));
  forgetSession();
  onTestFinished(() => {
    vi.unstubAllGlobals();
    forgetSession();
  });
}

const json = (value: object, status = 200): Response =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

test('what is done is done by a server, with a way back and forth, and files go along', async () => {
  const { folder, home } = await farm();
  const server = await startServer({ home: folder, config: NO_CONFIG, port: 0, worker: false });
  onTestFinished(() => server.close());
  const real = globalThis.fetch;
  answeredBy(async (path, init) => await real(new URL(path, server.address), init));

  const lines: string[] = [];
  const file = new File(['technique\nT9001\n'], 'covered.csv');
  const kept = await act('coverage-import', { name: 'siem' }, { files: { places: [file] } });
  expect(kept.answer.inventory).toMatchObject({ name: 'siem', techniques: 1 });
  expect(kept.undo).toBe(`/api/undo/${String(kept.journal)}`);
  const names = async (): Promise<readonly string[]> =>
    (await home.ask('coverage-list', {})).answer.inventories.map(({ name }) => name);
  expect(await names()).toEqual(['siem']);
  // Whoever looks on is given a job, whose events say how far it has come.
  const removed = await act(
    'coverage-remove',
    { names: ['siem'] },
    { onProgress: (line) => lines.push(line) },
  );
  expect([await names(), lines.length > 0]).toEqual([[], true]);
  const undone = await undo(removed.undo ?? '');
  expect([await names(), undone.answer.undone.entry]).toEqual([['siem'], removed.journal]);
  await undo(undone.undo ?? '');
  expect(await names()).toEqual([]);
  // What changes nothing has no way back.
  await act('coverage-import', { name: 'siem' }, { files: { places: [file] } });
  const again = await act('coverage-import', { name: 'siem' }, { files: { places: [file] } });
  expect([again.answer.isNew, again.journal, again.undo]).toEqual([false, undefined, undefined]);
  await expect(
    act('assert', { subject: 'G0007', relation: 'uses', object: '', source: 'IR' }, { onProgress: () => {} }),
  ).rejects.toThrow(ApiFault);
});

test('a server that is going down says so, and nothing else does', async () => {
  answeredBy(async () => await Promise.resolve(json({ message: 'Service Unavailable' }, 503)));
  await expect(act('retract', { name: 'AS-1' })).rejects.toThrow('The server is going down');
  answeredBy(async () => await Promise.resolve(json({ message: 'no' }, 400)));
  await expect(act('retract', { name: 'AS-1' })).rejects.toThrow('did not say why');
  // It went away within its answer.
  const cut = (): ReadableStream => new ReadableStream({ start: (sent) => sent.error(new TypeError('cut')) });
  answeredBy(async () => await Promise.resolve(new Response(cut())));
  await expect(act('retract', { name: 'AS-1' })).rejects.toMatchObject({ name: 'ApiFault', status: 0 });
});

test('files are parts that are called as the field that they are for', async () => {
  expect(bodyOf({ a: 1 }, {})).toBe('{"a":1}');
  expect(bodyOf({ a: 1 }, { places: [] })).toBe('{"a":1}');
  const form = bodyOf({ a: 1 }, { places: [new File(['x'], 'ä.csv'), new File(['y'], 'b.csv')] }) as FormData;
  expect(form.get('given')).toBe('{"a":1}');
  expect(form.getAll('places').map((part) => (part as File).name)).toEqual(['ä.csv', 'b.csv']);
});

test('events of a stream are read as they come, in pieces', () => {
  expect(eventsIn('data: {"a"')).toEqual({ events: [], left: 'data: {"a"' });
  expect(eventsIn('data: 1\n\ndata: 2\r\n\r\nda')).toEqual({ events: ['1', '2'], left: 'da' });
  expect(eventsIn(': nothing\n\ndata:1\ndata: 2\n\n')).toEqual({ events: ['1\n2'], left: '' });
});

test(
  'where events are cut off, the server is asked until the job has ended',
  { timeout: 20_000 },
  async () => {
    const asked: string[] = [];
    const running = { job: '7', state: 'running', progress: 'reading' } as const;
    const answers = [
      () => new Response(`data: ${JSON.stringify(running)}\n\ndata: {"jo`),
      () => json({ error: { issues: [] } }, 503),
      () => json({ ...running, state: 'done', answer: { useCase: 'load' } }),
    ];
    answeredBy(async (path, init) => {
      asked.push(`${path} ${String((init.headers as Record<string, string>)['accept'])}`);
      return await Promise.resolve(answers.shift()?.() ?? json({}, 404));
    });
    const lines: string[] = [];
    expect(await answerOfJob({ ...running, state: 'waiting' }, (line) => lines.push(line))).toEqual({
      useCase: 'load',
    });
    expect(lines[0]).toBe('reading');
    expect(asked).toEqual([
      '/api/jobs/7 text/event-stream',
      '/api/jobs/7 application/json',
      '/api/jobs/7 application/json',
    ]);
  },
);

test('a job that the server forgot, and one that was refused, are faults that say so', async () => {
  answeredBy(
    async () => await Promise.resolve(json({ error: { issues: [{ code: 'N802', message: 'x' }] } }, 404)),
  );
  await expect(answerOfJob({ job: '7', state: 'running' }, () => {})).rejects.toThrow(
    'does not know any more',
  );
  const issues = [{ code: 'A401', message: 'It is broken.' }];
  await expect(
    answerOfJob({ job: '7', state: 'refused', error: { issues } }, () => {}),
  ).rejects.toMatchObject({ issues });
});

test('what the application knows of actions is made from their table', async () => {
  const written = await writtenActions();
  expect(written['coverage-import']).toMatchObject({
    command: 'coverage import',
    role: 'analyst',
    fields: { name: '--name <name>', places: '<path...>' },
  });
  expect(written.load.role).toBe('admin');
});

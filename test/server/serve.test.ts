import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtMain } from '../support/built-command-line.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';

/* `foeprint serve` as a process of its own, as it is built, with the thread that answers. */

const { path } = sampleHome();
let server: ChildProcess;
let address = '';
let log = '';

beforeAll(async () => {
  const words = ['serve', '--port', '0', '--json', '--home', path('home'), '--config', NO_CONFIG];
  server = spawn(process.execPath, [builtMain(), ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  server.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  let out = '';
  for await (const chunk of server.stdout ?? []) {
    out += String(chunk);
    if (out.includes('\n')) break;
  }
  address = (JSON.parse(out) as { address: string }).address;
}, 60_000);
afterAll(() => server.kill('SIGKILL'));

test('it answers, and goes on serving while it does', async () => {
  const asking = fetch(`${address}/api/overlap-groups`);
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
  const answer = await asking;
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ useCase: 'overlap-groups' });
  const refused = await fetch(`${address}/api/profile?group=Nobody`);
  expect(await refused.json()).toMatchObject({ error: { issues: [{ code: 'W601' }] } });
});

test('its log has every request, and nothing of what was asked', async () => {
  await fetch(`${address}/api/profile?group=G9001`, { headers: { authorization: 'Bearer foeprint_secret' } });
  await expect.poll(() => log).toContain('"path":"/api/profile","status":401');
  expect(log).not.toContain('G9001');
  expect(log).not.toContain('foeprint_secret');
});

test('asked to end, it takes nothing more, answers what was asked before, and ends well', async () => {
  const question = JSON.stringify({ groups: ['G9001'] });
  const headers = { 'content-type': 'application/json', 'content-length': question.length };
  const asking = request(`${address}/api/techniques`, {
    method: 'POST',
    headers: { ...headers, expect: '100-continue' },
  });
  asking.flushHeaders();
  // The server has the request, and waits for what is asked.
  await once(asking, 'continue');
  server.kill('SIGTERM');
  const isServed = async () =>
    await fetch(`${address}/healthz`).then(
      () => true,
      () => false,
    );
  await expect.poll(isServed).toBe(false);
  const answered = once(asking, 'response');
  const ended = once(server, 'exit');
  asking.end(question);
  const [answer] = (await answered) as [IncomingMessage];
  expect(answer.statusCode).toBe(200);
  let body = '';
  for await (const chunk of answer) body += String(chunk);
  expect(JSON.parse(body)).toMatchObject({ useCase: 'techniques' });
  expect(await ended).toEqual([0, null]);
}, 60_000);

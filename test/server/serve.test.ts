import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtMain } from '../support/built-command-line.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';
import { bundle, object } from '../support/world/build.ts';

/* `foeprint serve` as a process of its own, as it is built, with the thread that answers. */

const { path, write } = sampleHome();
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

test('too long an address is refused as everything else is, and so is what is no request', async () => {
  const long = await fetch(`${address}/api/search?words=${'heron'.repeat(4000)}`);
  expect(long.status).toBe(431);
  expect(await long.json()).toMatchObject({ error: { issues: [{ code: 'N817' }] } });
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  socket.end('heron\r\n\r\n');
  let said = '';
  for await (const chunk of socket) said += String(chunk);
  expect(said).toContain('HTTP/1.1 400');
  expect(said).toContain('N801');
  expect((await fetch(`${address}/healthz`)).status).toBe(200);
});

test('its log has every request, and nothing of what was asked', async () => {
  await fetch(`${address}/api/profile?group=G9001`, { headers: { authorization: 'Bearer foeprint_secret' } });
  await expect.poll(() => log).toContain('"path":"/api/profile","status":401');
  expect(log).not.toContain('G9001');
  expect(log).not.toContain('foeprint_secret');
});

test('what takes long is answered by another thread, and nobody waits for it', async () => {
  const threads = async (): Promise<number> =>
    Number(
      /^foeprint_answering_threads (\d+)$/mu.exec(await (await fetch(`${address}/metrics`)).text())?.[1],
    );
  expect(await threads()).toBe(1);
  const asked = fetch(`${address}/api/export-derived?format=json`);
  await expect.poll(threads).toBe(2);
  const [long, short] = await Promise.all([asked, fetch(`${address}/api/profile?group=G9002`)]);
  expect([long.status, short.status]).toEqual([200, 200]);
  expect(await long.json()).toMatchObject({ useCase: 'export-derived' });
});

test('while another process loads, all that is asked is answered, from before or after, and tags say which', async () => {
  write(
    'more.json',
    bundle(
      object('intrusion-set', 950, {
        external_references: [{ source_name: 'mitre-attack', external_id: 'G9950' }],
        name: 'Example Otter',
        aliases: [],
      }),
    ),
  );
  const url = `${address}/api/list?catalogue=groups`;
  const first = await fetch(url);
  const tag = first.headers.get('etag') ?? '';
  const bodies = new Map([[tag, await first.text()]]);
  expect((await fetch(url, { headers: { 'if-none-match': tag } })).status).toBe(304);
  const words = ['load', path('more.json'), '--home', path('home'), '--config', NO_CONFIG, '-q'];
  const loading = spawn(process.execPath, [builtMain(), ...words]);
  const loaded = once(loading, 'exit');
  while (loading.exitCode === null) {
    const [answer, health] = await Promise.all([fetch(url), fetch(`${address}/healthz`)]);
    expect([answer.status, health.status]).toEqual([200, 200]);
    const named = answer.headers.get('etag') ?? '';
    const body = await answer.text();
    // What has the same tag is the same.
    expect(body).toBe(bodies.get(named) ?? body);
    bodies.set(named, body);
  }
  expect(await loaded).toEqual([0, null]);
  const after = await fetch(url, { headers: { 'if-none-match': tag } });
  expect(after.status).toBe(200);
  expect(await after.text()).toContain('Example Otter');
  expect(bodies.get(tag)).not.toContain('Example Otter');
  expect(after.headers.get('etag')).not.toBe(tag);
  expect(bodies.size).toBeLessThanOrEqual(2);
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

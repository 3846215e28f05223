import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addToken, keptTokens, revokeTokens, type NewToken } from '../../src/home/index.ts';
import { makeServer, startServer } from '../../src/server/index.ts';
import { USE_CASES } from '../../src/workbench/index.ts';
import { sampleHome } from '../support/sample-home.ts';

/* Who is let in, and who is not, at every route. */

const { path, load } = sampleHome();
const AT = '2026-05-04T03:02:01.000Z';
const LOCAL = { host: 'localhost:8737' };
const TOKENS = (): string => path('home/tokens.json');

let open: Awaited<ReturnType<typeof makeServer>>;
let closed: Awaited<ReturnType<typeof makeServer>>;

beforeAll(async () => {
  const red = { object_marking_refs: ['marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed'] };
  const group = 'intrusion-set--00000000-0000-4000-8000-000000000077';
  await load('secret.json', {
    type: 'intrusion-set',
    spec_version: '2.1',
    id: group,
    name: 'Velvet Numbat',
    created: AT,
    modified: AT,
    ...red,
  });
  open = await makeServer({ home: path('home') });
  closed = await makeServer({ home: path('home'), auth: true });
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

let made = 0;

/** Makes a token, and gives what a program sends of it. */
async function bearer(more: Partial<NewToken> = {}): Promise<string> {
  return (await named(more)).authorization;
}

async function named(more: Partial<NewToken> = {}): Promise<{ name: string; authorization: string }> {
  const name = `Ann ${String((made += 1))}`;
  const asked = { name, role: 'reader', clearance: 'red', ...more } as const;
  const { secret } = await addToken(TOKENS(), asked, new Date().toISOString());
  return { name, authorization: `Bearer ${secret}` };
}

const QUESTION_ROUTES = Object.keys(USE_CASES).flatMap((name) =>
  (['GET', 'HEAD', 'POST'] as const).map((method) => [method, `/api/${name}`] as const),
);
const ROUTES = [
  ...QUESTION_ROUTES,
  ['GET', '/api/session'],
  ['DELETE', '/api/session'],
  ['POST', '/api/read/incident'],
  ['POST', '/api/read/report'],
  ['GET', '/api/'],
  ['GET', '/api/openapi.json'],
  ['GET', '/metrics'],
  ['GET', '/mcp'],
  ['POST', '/mcp'],
  ['DELETE', '/mcp'],
] as const;
const CALLED = ROUTES.map(([method, url]) => [`${method} ${url}`, method, url] as const);

describe('where tokens are demanded', () => {
  test.for(CALLED)('%s lets nobody in without one', async ([, method, url]) => {
    const { statusCode, body } = await closed.inject({ method, url, headers: LOCAL });
    expect(statusCode).toBe(401);
    if (method !== 'HEAD') expect(JSON.parse(body)).toMatchObject({ error: { issues: [{ code: 'N820' }] } });
  });

  test.for(CALLED)('%s lets nobody in with another one', async ([, method, url]) => {
    const right = await bearer();
    const wrong = `${right.slice(0, -4)}AAAA`;
    for (const authorization of [wrong, 'Bearer x', 'Basic QW5uOmE=', right.replace('Bearer ', '')]) {
      const { statusCode } = await closed.inject({ method, url, headers: { ...LOCAL, authorization } });
      expect(statusCode, authorization).toBe(401);
    }
  });

  test('whether the server is up is said to all', async () => {
    expect((await closed.inject({ url: '/healthz', headers: LOCAL })).statusCode).toBe(200);
  });

  test('a token lets in, until it is taken back, or has ended', async () => {
    const ask = async (authorization: string) =>
      (await closed.inject({ url: '/api/status', headers: { ...LOCAL, authorization } })).statusCode;
    const { name, authorization } = await named();
    expect(await ask(authorization)).toBe(200);
    const used = async () => (await keptTokens(TOKENS())).find((token) => token.name === name)?.usedAt;
    await vi.waitFor(async () => expect(await used()).toMatch(/^20..-..-..T..:00/u));
    await revokeTokens(TOKENS(), [name]);
    expect(await ask(authorization)).toBe(401);
    expect(await ask(await bearer({ expiresAt: '2001-01-01T00:00:00.000Z' }))).toBe(401);
  });

  test('what lets somebody in stands nowhere in the home', async () => {
    const secret = (await bearer()).replace('Bearer ', '');
    const kept = readFileSync(TOKENS(), 'utf8');
    expect(kept).not.toContain(secret);
    expect(kept).not.toContain(secret.slice(-20));
    if (process.platform !== 'win32') expect(statSync(TOKENS()).mode & 0o777).toBe(0o600);
  });

  test('a file of tokens that is not legible lets nobody in', async () => {
    const authorization = await bearer();
    const whole = readFileSync(TOKENS(), 'utf8');
    writeFileSync(TOKENS(), whole.slice(0, -30));
    const { statusCode, body } = await closed.inject({
      url: '/api/status',
      headers: { ...LOCAL, authorization },
    });
    writeFileSync(TOKENS(), whole);
    expect(statusCode).toBe(503);
    expect(body).toContain('H572');
    expect(body).not.toContain(path('home'));
  });
});

describe('clearance', () => {
  const seen = async (app: typeof open, headers: object, query = '') =>
    (await app.inject({ url: `/api/groups?keywords=numbat${query}`, headers: { ...LOCAL, ...headers } }))
      .body;

  test('a token lets see as far as it says, whatever is asked for', async () => {
    const authorization = await bearer({ clearance: 'green' });
    for (const query of ['', '&tlp=red', '&tlp=amber'])
      expect(await seen(open, { authorization }, query)).not.toContain('Velvet Numbat');
    const red = await bearer({ clearance: 'red' });
    expect(await seen(open, { authorization: red })).toContain('Velvet Numbat');
    expect(await seen(open, { authorization: red }, '&tlp=green')).not.toContain('Velvet Numbat');
  });

  test('the server itself gives no more than it was started with', async () => {
    const app = await makeServer({ home: path('home'), clearance: 'amber' });
    const authorization = await bearer({ clearance: 'red' });
    expect(await seen(app, { authorization }, '&tlp=red')).not.toContain('Velvet Numbat');
    expect(await seen(app, {}, '&tlp=red')).not.toContain('Velvet Numbat');
    await app.close();
  });
});

describe('other sites', () => {
  test.for(CALLED)(
    '%s answers to no foreign name, and to no page of another site',
    async ([, method, url]) => {
      const from = async (headers: Record<string, string>) =>
        (await open.inject({ method, url, headers: { ...LOCAL, ...headers } })).statusCode;
      expect(await from({ host: 'evil.example' })).toBe(403);
      expect(await from({ host: 'localhost.evil.example:8737' })).toBe(403);
      expect(await from({ origin: 'https://evil.example' })).toBe(403);
      expect(await from({ origin: 'null' })).toBe(403);
      expect(await from({ origin: 'http://localhost:9999' })).toBe(403);
      expect(await from({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    },
  );

  test('the application’s own pages are no other site, and a link may lead here', async () => {
    const url = '/api/status';
    for (const headers of [
      { origin: 'http://localhost:8737' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ])
      expect((await open.inject({ url, headers: { ...LOCAL, ...headers } })).statusCode).toBe(200);
  });

  test('names that the server is called by are its own', async () => {
    const app = await makeServer({
      home: path('home'),
      baseUrl: 'https://foeprint.example',
      allowHosts: ['desk.example:9000'],
    });
    const status = async (host: string, more: object = {}) =>
      (await app.inject({ url: '/api/status', headers: { host, ...more } })).statusCode;
    expect(await status('foeprint.example', { origin: 'https://foeprint.example' })).toBe(200);
    expect(await status('DESK.example:9000')).toBe(200);
    expect(await status('desk.example:9001')).toBe(403);
    await app.close();
  });
});

describe('sessions of browsers', () => {
  async function opened(app = closed) {
    const { name, authorization } = await named({ role: 'analyst' });
    const token = authorization.replace('Bearer ', '');
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      headers: LOCAL,
      payload: { token },
    });
    const cookie = String(answer.headers['set-cookie']);
    return { name, answer, cookie, headers: { ...LOCAL, cookie: cookie.split(';')[0] ?? '' } };
  }

  test('a token opens one, in a cookie that scripts and other sites do not reach', async () => {
    const { name, answer, cookie, headers } = await opened();
    expect(answer.statusCode).toBe(201);
    expect(cookie).toMatch(/^foeprint_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
    const shown = await closed.inject({ url: '/api/session', headers });
    expect(shown.json()).toMatchObject({
      caller: { name, role: 'analyst', clearance: 'red', by: 'session' },
      csrf: answer.json<{ csrf: string }>().csrf,
      knowledge: expect.stringMatching(/^[\w-]{16}$/u),
    });
  });

  test('over TLS the cookie is sent over TLS alone', async () => {
    const app = await makeServer({ home: path('home'), baseUrl: 'https://foeprint.example' });
    const { cookie } = await opened(app);
    expect(cookie).toMatch(/^__Host-foeprint_session=.+; Secure$/u);
    await app.close();
  });

  test('with what it was given beside the cookie it may send, without it only read', async () => {
    const { answer, headers } = await opened();
    const { csrf } = answer.json<{ csrf: string }>();
    const send = async (more: object) =>
      await closed.inject({
        method: 'POST',
        url: '/api/status',
        headers: { ...headers, ...more },
        payload: {},
      });
    expect((await closed.inject({ url: '/api/status', headers })).statusCode).toBe(200);
    expect((await send({})).json()).toMatchObject({ error: { issues: [{ code: 'N822' }] } });
    expect((await send({ 'x-csrf-token': `${csrf}x` })).statusCode).toBe(403);
    expect((await send({ 'x-csrf-token': csrf })).statusCode).toBe(200);
  });

  test('it ends when it is ended, and when its token is taken back', async () => {
    const one = await opened();
    const { csrf } = one.answer.json<{ csrf: string }>();
    const ended = await closed.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { ...one.headers, 'x-csrf-token': csrf },
    });
    expect(ended.statusCode).toBe(204);
    expect(String(ended.headers['set-cookie'])).toContain('Max-Age=0');
    expect((await closed.inject({ url: '/api/status', headers: one.headers })).statusCode).toBe(401);
    const other = await opened();
    await revokeTokens(TOKENS(), [other.name]);
    expect((await closed.inject({ url: '/api/status', headers: other.headers })).statusCode).toBe(401);
  });

  test('a wrong token opens none', async () => {
    const answer = await closed.inject({
      method: 'POST',
      url: '/api/session',
      headers: LOCAL,
      payload: { token: 'x' },
    });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('at this machine', () => {
  test('whoever asks is let in as who is at it, and a wrong token is refused all the same', async () => {
    const shown = await open.inject({ url: '/api/session', headers: LOCAL });
    expect(shown.json()).toMatchObject({ caller: { name: 'local', role: 'admin', by: 'local' } });
    const wrong = await open.inject({
      url: '/api/session',
      headers: { ...LOCAL, authorization: 'Bearer x' },
    });
    expect(wrong.statusCode).toBe(401);
  });

  test('on an address that others reach nobody is served where there is no token', async () => {
    await revokeTokens(
      TOKENS(),
      (await keptTokens(TOKENS())).map(({ name }) => name),
    );
    const start = startServer({ home: path('home'), host: '0.0.0.0', port: 0 });
    await expect(start).rejects.toMatchObject({ code: 'N851' });
  });
});

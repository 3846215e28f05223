import { mkdirSync, writeFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeServer } from '../../src/server/index.ts';
import { addToken } from '../../src/home/index.ts';
import { sampleHome } from '../support/sample-home.ts';

/* Requests as programs, browsers and those who mean harm send them. */

const { path } = sampleHome();
let app: Awaited<ReturnType<typeof makeServer>>;
const LOCAL = { host: 'localhost' };

beforeAll(async () => {
  mkdirSync(path('web/assets'), { recursive: true });
  writeFileSync(path('web/index.html'), '<!doctype html><title>Foeprint</title>');
  writeFileSync(path('web/assets/main-a1b2c3d4.js'), `export {};${'// the same again\n'.repeat(200)}`);
  writeFileSync(path('secret.html'), 'a secret');
  app = await makeServer({ home: path('home'), webFolder: path('web') });
});
afterAll(async () => await app.close());

const get = async (url: string, headers: object = {}) =>
  await app.inject({ url, headers: { ...LOCAL, ...headers } });
const post = async (url: string, payload: string, type = 'application/json') =>
  await app.inject({ method: 'POST', url, headers: { ...LOCAL, 'content-type': type }, payload });

describe('what is refused has a code, a status and no place of this machine', () => {
  test.for([
    ['/api/profile', 400, 'W640'],
    ['/api/profile?group=G9001&group=G9002', 400, 'W640'],
    ['/api/profile?group=G9001&nonsense=1', 400, 'W640'],
    ['/api/profile?group=G9001&__proto__=1&constructor=2', 400, 'W640'],
    ['/api/prevalence?limit=-1', 400, 'W640'],
    ['/api/prevalence?limit=NaN', 400, 'W640'],
    ['/api/profile?group=G9001&brief=perhaps', 400, 'W640'],
    ['/api/profile?group=Nobody', 404, 'W601'],
    ['/api/diff?from=1.0&to=2.0', 404, 'K201'],
    ['/api/query?query=uses(', 400, 'R301'],
    ['/api/profile?group=G9001&tlp=purple', 400, 'N809'],
    ['/api/profile?group=G9001&rules=/etc/passwd', 400, 'N807'],
    ['/api/profile?group=G9001&rules=../../secret.dl', 400, 'N807'],
    ['/api/profile?group=G9001&format=exe', 406, 'N806'],
    ['/api/threats?organisation=../../org.yaml', 400, 'N808'],
    ['/api/layer-render?layers=%2Fetc%2Fpasswd', 400, 'N808'],
    ['/api/nothing', 404, 'N802'],
    ['/api/profile/extra', 404, 'N802'],
    ['/api/__proto__', 404, 'N802'],
  ] as const)('%s', async ([url, status, code]) => {
    const { statusCode, body, headers } = await get(url);
    expect(body).not.toContain(path(''));
    expect(JSON.parse(body)).toMatchObject({
      error: { issues: expect.arrayContaining([expect.objectContaining({ code })]) },
    });
    expect(statusCode).toBe(status);
    expect(headers['content-type']).toContain('application/json');
    expect(headers['cache-control']).toBe('no-store');
  });

  test.for([
    ['no JSON', '{"group"', 'application/json', 400, 'N801'],
    ['a list', '["G9001"]', 'application/json', 400, 'N804'],
    ['a text', '"G9001"', 'application/json', 400, 'N804'],
    ['a form of a page', 'group=G9001', 'application/x-www-form-urlencoded', 415, 'N815'],
    ['plain text', '{"group":"G9001"}', 'text/plain', 415, 'N815'],
    ['a prototype', '{"__proto__":{"group":"G9001"}}', 'application/json', 400, 'N801'],
    ['the wrong type', '{"group":{"a":1}}', 'application/json', 400, 'W640'],
    ['what it does not have', '{"group":"G9001","path":"/etc/passwd"}', 'application/json', 400, 'W640'],
  ] as const)('a body that is %s', async ([, body, type, status, code]) => {
    const answer = await post('/api/profile', body, type);
    expect(answer.json()).toMatchObject({ error: { issues: [{ code }] } });
    expect(answer.statusCode).toBe(status);
  });

  test('a body that is too large', async () => {
    const { statusCode, json } = await post('/api/profile', `{"group":"${'x'.repeat(33 * 1024 * 1024)}"}`);
    expect(statusCode).toBe(413);
    expect(json()).toMatchObject({ error: { issues: [{ code: 'N805' }] } });
  });

  test('another method', async () => {
    const put = await app.inject({ method: 'PUT', url: '/api/profile', headers: LOCAL, payload: {} });
    expect(put.json()).toMatchObject({ error: { issues: [{ code: 'N803' }] } });
    expect(put.statusCode).toBe(405);
    expect(put.headers['allow']).toBe('GET, HEAD, POST');
    for (const url of ['/api/read/coverage', '/api/actions/load']) {
      const got = await get(url);
      expect(got.json()).toMatchObject({ error: { issues: [{ code: 'N803' }] } });
      expect([got.statusCode, got.headers['allow']]).toEqual([405, 'POST']);
    }
  });
});

describe('the web application', () => {
  test('is its page at every address that is one of it, and its files', async () => {
    for (const url of ['/', '/groups/G0016', '/why?subject=G0016']) {
      const { statusCode, body, headers } = await get(url);
      expect({ statusCode, url }).toEqual({ statusCode: 200, url });
      expect(body).toContain('<title>Foeprint');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['content-security-policy']).toContain("script-src 'self'");
      expect(headers['x-frame-options']).toBe('DENY');
    }
    const file = await get('/assets/main-a1b2c3d4.js');
    expect(file.headers['content-type']).toContain('text/javascript');
    expect(file.headers['cache-control']).toContain('immutable');
    const etag = String(file.headers.etag);
    expect((await get('/assets/main-a1b2c3d4.js', { 'if-none-match': etag })).statusCode).toBe(304);
    const packed = await get('/assets/main-a1b2c3d4.js', { 'accept-encoding': 'br' });
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(file.body);
    expect(packed.rawPayload.length).toBeLessThan(file.body.length);
  });

  test.for([
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/assets/../../secret.html',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.html',
    '/.hidden.html',
    '/assets/none.js',
    '/secret.html%00.js',
    '/home/config.json',
  ])('%s leads nowhere else', async (url) => {
    const { statusCode, body } = await get(url);
    expect(body).not.toContain('a secret');
    expect([404, 400]).toContain(statusCode);
  });
});

test('where tokens are demanded, who sends more than is allowed is asked to wait', async () => {
  const { secret } = await addToken(
    path('home/tokens.json'),
    { name: 'Ann', role: 'reader', clearance: 'red' },
    '2026-01-02T03:04:05.000Z',
  );
  const limited = await makeServer({ home: path('home'), auth: true, perMinute: 3 });
  const headers = { ...LOCAL, authorization: `Bearer ${secret}` };
  const statuses: number[] = [];
  for (const more of [headers, LOCAL, headers, headers])
    statuses.push((await limited.inject({ url: '/api/status', headers: more })).statusCode);
  expect(statuses).toEqual([200, 401, 200, 429]);
  const last = await limited.inject({ url: '/api/status', headers });
  expect(last.json()).toMatchObject({ error: { issues: [{ code: 'N830' }] } });
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
  await limited.close();
});

test('what the server counts names routes, and no question', async () => {
  await get('/api/profile?group=G9001');
  await get('/api/made-up-address');
  const { body } = await get('/metrics');
  expect(body).toContain('foeprint_requests_total{route="/api/profile",method="GET",status="200"}');
  expect(body).not.toContain('G9001');
  expect(body).not.toContain('made-up-address');
});

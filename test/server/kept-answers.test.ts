import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KeptAnswer, KeptAnswers } from '../../src/server/answering/kept-answers.ts';
import { makeServer } from '../../src/server/index.ts';
import { labelled } from '../support/world/build.ts';
import { runFoeprint } from '../support/run-foeprint.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';

/* What is answered again is kept, and what was loaded meanwhile is noticed. */

const { path, load, write } = sampleHome();
let app: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  app = await makeServer({ home: path('home'), config: NO_CONFIG });
});
afterAll(async () => await app.close());

const URL = '/api/profile?group=G9001';
const get = async (url: string, headers: object = {}) =>
  await app.inject({ url, headers: { host: 'localhost', ...headers } });

/** How many answers were given so. */
async function counted(how: string): Promise<number> {
  const { body } = await get('/metrics');
  return Number(new RegExp(`^foeprint_answers_total\\{how="${how}"\\} (\\d+)$`, 'mu').exec(body)?.[1] ?? 0);
}

test('the same question is answered once, and who has the answer is sent none', async () => {
  const [anew, kept] = [await counted('anew'), await counted('kept')];
  const first = await get(URL);
  const again = await get(URL);
  expect(again.body).toBe(first.body);
  expect([await counted('anew'), await counted('kept')]).toEqual([anew + 1, kept + 1]);
  const etag = String(first.headers.etag);
  const held = await get(URL, { 'if-none-match': `"other", ${etag}` });
  expect({ status: held.statusCode, body: held.body }).toEqual({ status: 304, body: '' });
  expect((await get(URL, { 'if-none-match': '"other"' })).statusCode).toBe(200);
});

test('many who ask at once are answered by one answer', async () => {
  const anew = await counted('anew');
  const url = '/api/profile?group=G9002';
  const answers = await Promise.all(Array.from({ length: 8 }, async () => await get(url)));
  expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  expect(await counted('anew')).toBe(anew + 1);
});

test('another question, form or clearance is another answer', async () => {
  const urls = [URL, `${URL}&direct=true`, `${URL}&format=html`, `${URL}&tlp=clear`];
  const tags = await Promise.all(urls.map(async (url) => (await get(url)).headers.etag));
  expect(new Set(tags).size).toBe(urls.length);
});

test('an answer is packed as it is welcome', async () => {
  const { body } = await get(URL);
  const gzip = await get(URL, { 'accept-encoding': 'gzip, deflate' });
  expect(gunzipSync(gzip.rawPayload).toString()).toBe(body);
  const brotli = await get(URL, { 'accept-encoding': 'gzip, br' });
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(body);
  expect(brotli.rawPayload.length).toBeLessThan(body.length / 3);
  const plain = await get(URL, { 'accept-encoding': 'br;q=0, gzip;q=0.0' });
  expect(plain.headers['content-encoding']).toBeUndefined();
});

describe('what another process writes', () => {
  const groups = async () =>
    (await get('/api/groups?keywords=plover')).json<{ answer: { groups: readonly unknown[] } }>().answer
      .groups;
  const knowledge = async () => (await get('/api/session')).json<{ knowledge: string }>().knowledge;

  test('is noticed at the next question; what was asked before is answered as it stood', async () => {
    const before = await knowledge();
    expect(await groups()).toEqual([]);
    const { etag } = (await get(URL)).headers;
    const asking = get('/api/overlap-groups');
    await load('plover.json', labelled('intrusion-set', 77, 'G9077', 'Paper Plover'));
    expect((await asking).statusCode).toBe(200);
    expect(await groups()).toHaveLength(1);
    expect(await knowledge()).not.toBe(before);
    expect((await get(URL, { 'if-none-match': String(etag) })).statusCode).toBe(200);
  });

  test('and so is what is forgotten, and coverage that is imported', async () => {
    const run = async (...words: string[]) =>
      expect(await runFoeprint(...words, '--home', path('home'), '--config', NO_CONFIG)).toMatchObject({
        exitCode: 0,
      });
    await run('forget', 'plover.json');
    expect(await groups()).toEqual([]);
    write('ours.csv', 'technique\nT9001\n');
    await run('coverage', 'import', path('ours.csv'), '--name', 'ours', '--date', '2026-01-02');
    expect((await get('/api/coverage-list')).body).toContain('"ours"');
    await run('coverage', 'remove', 'ours');
    expect((await get('/api/coverage-list')).body).not.toContain('"ours"');
  });

  test('what only rules derive and views that are kept change no version', async () => {
    const before = await knowledge();
    expect(
      await runFoeprint('profile', 'G9003', '--home', path('home'), '--config', NO_CONFIG),
    ).toBeDefined();
    await get('/api/threats?top=3&rules=reference');
    expect(await knowledge()).toBe(before);
  });
});

test('what is kept stays within its bounds, and what is used longest ago goes first', () => {
  const kept = new KeptAnswers(1000);
  const answer = (size: number): KeptAnswer =>
    new KeptAnswer({
      body: 'x'.repeat(size),
      media: { type: 'text/plain', ending: 'txt' },
      marking: undefined,
      version: 'v',
    });
  for (const key of ['a', 'b', 'c', 'd']) kept.keep(key, answer(250));
  kept.get('a');
  kept.keep('e', answer(200));
  expect(['a', 'b', 'c', 'd', 'e'].filter((key) => kept.get(key) !== undefined)).toEqual([
    'a',
    'c',
    'd',
    'e',
  ]);
  kept.keep('large', answer(900));
  expect(kept.get('large')).toBeUndefined();
  expect(kept.size).toBeLessThanOrEqual(1000);
});

import type { FastifyReply } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formsOf } from '../../src/forms/index.ts';
import { makeServer } from '../../src/server/index.ts';
import { sayPage } from '../../src/server/http/page-links.ts';
import { limitsItself } from '../../src/server/answering/page.ts';
import { isMapping } from '../../src/text/index.ts';
import { USE_CASES, type UseCase, type UseCaseName } from '../../src/workbench/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { QUESTIONS } from '../contract/use-cases/questions.ts';

/* Long lists in parts: the parts together are the whole, of every question whose answer is a list. */

const { path } = contractHome();
let app: Awaited<ReturnType<typeof makeServer>>;
beforeAll(async () => {
  app = await makeServer({ home: path('home') });
});
afterAll(async () => await app.close());

const LOCAL = { host: 'localhost' };
const rows = await Promise.all(
  Object.entries(USE_CASES).map(
    async ([name, load]) => [name as UseCaseName, (await load()) as UseCase] as const,
  ),
);
const LISTS = rows.filter(([, row]) => 'rows' in row && row.rows !== undefined);

/** Asks by POST, as questions of the contract are given. */
async function ask(name: string, question: object, query: string) {
  const answer = await app.inject({
    method: 'POST',
    url: `/api/${name}${query}`,
    headers: LOCAL,
    payload: question,
  });
  expect({ name, status: answer.statusCode, body: answer.statusCode === 200 ? '' : answer.body }).toEqual({
    name,
    status: 200,
    body: '',
  });
  return { envelope: answer.json<{ answer: unknown; question: unknown }>(), headers: answer.headers };
}

test('there are such questions', () => {
  expect(LISTS.map(([name]) => name)).toEqual(
    expect.arrayContaining(['groups', 'search', 'list', 'prints', 'sightings-show', 'query']),
  );
  for (const [name, row] of LISTS)
    expect(
      formsOf(row).map((form) => form.name),
      name,
    ).toContain('ndjson');
});

test.for(LISTS)('%s: the pages are the list', async ([name, useCase]) => {
  const question: object = QUESTIONS[name][0]?.question ?? {};
  const listOf = (answer: unknown): readonly unknown[] => useCase.rows?.(answer) ?? [];
  const { limit: _, ...without } = { ...question } as { readonly limit?: number };
  const whole = listOf(
    (await ask(name, limitsItself(useCase) ? { ...without, limit: 1000 } : question, '')).envelope.answer,
  );
  const given: unknown[] = [];
  let query: string | undefined = '?offset=0&limit=2';
  let pages = 0;
  while (query !== undefined && pages < 200) {
    const search = new URLSearchParams(query);
    const limit = Number(search.get('limit'));
    if (limitsItself(useCase)) search.delete('limit');
    const asked = limitsItself(useCase) ? { ...without, limit } : question;
    const { envelope, headers } = await ask(name, asked, `?${search.toString()}`);
    const part = listOf(envelope.answer);
    expect(part.length).toBeLessThanOrEqual(2);
    if (limitsItself(useCase)) expect(envelope.question).toMatchObject({ limit: 2 });
    given.push(...part);
    pages += 1;
    const link = String(headers.link ?? '');
    query = /<[^?>]+(\?[^>]+)>; rel="next"/u.exec(link)?.[1];
    if (query === undefined) expect(Number(headers['foeprint-total'])).toBe(whole.length);
    if (pages > 1) expect(link).toContain('rel="prev"');
  }
  expect(given).toEqual(whole);
});

test('a page is one in every form, and the rest of the answer is about all', async () => {
  const whole = await app.inject({ url: '/api/list?catalogue=techniques&format=ndjson', headers: LOCAL });
  const lines = whole.body.trimEnd().split('\n');
  const page = await app.inject({
    url: '/api/list?catalogue=techniques&format=ndjson&offset=1&limit=2',
    headers: LOCAL,
  });
  expect(page.body.trimEnd().split('\n')).toEqual(lines.slice(1, 3));
  expect(page.headers['foeprint-total']).toBe(String(lines.length));
  const csv = await app.inject({
    url: '/api/list?catalogue=techniques&format=csv&offset=1&limit=2',
    headers: LOCAL,
  });
  expect(csv.body.split('\n').filter((line) => /T9\d{3}/u.test(line))).toHaveLength(2);
  const [all, some] = await Promise.all(
    ['', '?limit=1'].map(async (query) => (await ask('prints', {}, query)).envelope.answer),
  );
  const rest = (answer: unknown): object =>
    isMapping(answer) ? { ...answer, groups: undefined } : { none: answer };
  expect(rest(some)).toEqual(rest(all));
});

test.for(['offset=-1', 'limit=ten', 'offset=1.5', 'limit=99999999999', 'offset='])(
  '%s is refused',
  async (query) => {
    const { statusCode, body } = await app.inject({ url: `/api/groups?${query}`, headers: LOCAL });
    expect(JSON.parse(body)).toMatchObject({ error: { issues: [{ code: 'N816' }] } });
    expect(statusCode).toBe(400);
  },
);

test('the next page is asked for with all that the query has', () => {
  const said: unknown[] = [];
  const reply = { header: (...header: readonly unknown[]) => said.push(header) } as unknown as FastifyReply;
  sayPage(reply, '/api/search?words=who?&types=group', { offset: 0, limit: 1, hasMore: true });
  expect(said).toEqual([['link', '</api/search?words=who%3F&types=group&offset=1&limit=1>; rel="next"']]);
});

test('a page of nothing has no next one', () => {
  const said: unknown[] = [];
  const reply = { header: (...header: readonly unknown[]) => said.push(header) } as unknown as FastifyReply;
  sayPage(reply, '/api/search?words=who', { offset: 0, limit: 0, hasMore: true });
  expect(said).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parametersOf } from '../../../src/forms/index.ts';
import { makeServer } from '../../../src/server/index.ts';
import { USE_CASES, type UseCaseName } from '../../../src/workbench/index.ts';
import { contractHome } from './home.ts';
import { QUESTIONS } from './questions.ts';

/* The API answers every question as the library does. */

const home = contractHome();
let app: Awaited<ReturnType<typeof makeServer>>;

beforeAll(async () => {
  app = await makeServer({ home: home.path('home') });
});
afterAll(async () => await app.close());

const ASKED = Object.entries(QUESTIONS).flatMap(([name, questions]) =>
  questions.map(({ question }, index) => [`${name} ${String(index + 1)}`, name, question] as const),
);

const LOCAL = { host: 'localhost' };

describe('as JSON', () => {
  test.for(ASKED)('%s', async ([, name, question]) => {
    if (!isName(name)) throw new TypeError(name);
    const expected: unknown = JSON.parse(JSON.stringify(await home.asked(name, question)));
    const answered = await app.inject({
      method: 'POST',
      url: `/api/${name}`,
      headers: LOCAL,
      payload: question,
    });
    expect(answered.json()).toEqual(expected);
    expect(answered.statusCode).toBe(200);
    expect(answered.body).not.toContain(home.path(''));
  });
});

describe('as a query', () => {
  test.for(ASKED)('%s', async ([, name, question]) => {
    if (!isName(name)) throw new TypeError(name);
    const expected: unknown = JSON.parse(JSON.stringify(await home.asked(name, question)));
    const fields = new Map(parametersOf(await USE_CASES[name]()).map((each) => [each.field, each]));
    const query = new URLSearchParams();
    for (const [field, value] of Object.entries(question)) {
      const isJson = fields.get(field)?.holds !== undefined;
      for (const each of Array.isArray(value) && !isJson ? value : [value])
        query.append(field, isJson ? JSON.stringify(each) : String(each));
    }
    const answered = await app.inject({ url: `/api/${name}?${query.toString()}`, headers: LOCAL });
    expect(answered.json()).toEqual(expected);
  });
});

test('HEAD says what GET says, without the answer', async () => {
  const url = '/api/profile?group=G9001';
  const [got, head] = [
    await app.inject({ url, headers: LOCAL }),
    await app.inject({ method: 'HEAD', url, headers: LOCAL }),
  ];
  expect(head.body).toBe('');
  expect(head.headers['content-length']).toBe(got.headers['content-length']);
});

function isName(name: string): name is UseCaseName {
  return name in USE_CASES;
}

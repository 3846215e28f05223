import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeServer } from '../../src/server/index.ts';
import { USE_CASES } from '../../src/workbench/index.ts';
import { sampleHome } from '../support/sample-home.ts';

/* What the API says of itself is what it does. */

const { path } = sampleHome();
let app: Awaited<ReturnType<typeof makeServer>>;
let api: Description;

const LOCAL = { host: 'localhost' };

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly required: boolean }[];
  readonly requestBody: { readonly content: { readonly 'application/json': Body } };
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Body>> }>>;
}
interface Body {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly value: object }>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: Operation; readonly post: Operation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

beforeAll(async () => {
  app = await makeServer({ home: path('home') });
  api = (await app.inject({ url: '/api/openapi.json', headers: LOCAL })).json();
});
afterAll(async () => await app.close());

/** Whether a value is of a schema of the description. */
function check(schema: object): (value: unknown) => unknown {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const whole = { ...schema, components: api.components };
  const validate = ajv.compile(whole);
  return (value) => (validate(value) ? [] : validate.errors);
}

test('every question is described once, and every reference leads somewhere', () => {
  expect(api.openapi).toBe('3.1.0');
  const paths = Object.keys(api.paths);
  expect(paths).toEqual(expect.arrayContaining(Object.keys(USE_CASES).map((name) => `/api/${name}`)));
  const text = JSON.stringify(api);
  const named = new Set([...text.matchAll(/"#\/components\/schemas\/(\w+)"/gu)].map(([, name]) => name));
  expect([...named].filter((name) => api.components.schemas[name ?? ''] === undefined)).toEqual([]);
  expect(text).not.toContain('#/$defs/');
  const ids = Object.values(api.paths)
    .flatMap((each) => Object.values(each))
    .map((each) => each.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

/** Addresses of a tree of routes, whose branches stand four signs apart. */
function routesOf(tree: string): readonly string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods] = /^(.*)[├└]── (\S+)( \(.*\))?$/u.exec(line) ?? [];
    above.length = indent.length / 4;
    above.push(part);
    return methods === undefined ? [] : [above.join('')];
  });
}

test('everything that is served is described, but for the pages', async () => {
  const described = Object.keys(api.paths).map((each) => each.replaceAll(/\{\w+\}/gu, ':'));
  const served = routesOf(app.printRoutes({ commonPrefix: false })).filter(
    (url) => !['/*', '*', '/api', '/api/'].includes(url),
  );
  expect(served.length).toBeGreaterThan(80);
  const urls = served.map((url) => url.replaceAll(/:\w+/gu, ':'));
  expect(described.toSorted()).toEqual([...new Set(urls)].toSorted());
});

test('what an answer is said to be, it is; and what a refusal is said to be', async () => {
  const url = '/api/profile?group=G9001';
  const answer = (await app.inject({ url, headers: LOCAL })).json<unknown>();
  const { get } = api.paths['/api/profile'] ?? {};
  expect(check(get?.responses['200']?.content['application/json']?.schema ?? {})(answer)).toEqual([]);
  expect(check({ $ref: '#/components/schemas/Refusal' })({ error: {} })).not.toEqual([]);
  const refusal = (await app.inject({ url: '/api/profile', headers: LOCAL })).json<unknown>();
  expect(check({ $ref: '#/components/schemas/Refusal' })(refusal)).toEqual([]);
  const session = (await app.inject({ url: '/api/session', headers: LOCAL })).json<unknown>();
  expect(check({ $ref: '#/components/schemas/Session' })(session)).toEqual([]);
});

test('examples are questions as the description has them', () => {
  let seen = 0;
  for (const [name, { post }] of Object.entries(api.paths)) {
    if (!(name.replace('/api/', '') in USE_CASES)) continue;
    const { schema, examples = {} } = post.requestBody.content['application/json'];
    const checked = check(schema);
    for (const [label, { value }] of Object.entries(examples)) {
      expect(checked(value), `${name}: ${label}`).toEqual([]);
      seen += 1;
    }
  }
  expect(seen).toBeGreaterThan(60);
});

test('a field that the description calls needed is needed', async () => {
  // Of actions alone there is nothing to get, and a job has its id in its address.
  const needed = Object.keys(USE_CASES)
    .map((name) => `/api/${name}`)
    .filter((url) => (api.paths[url]?.get.parameters ?? []).some(({ required }) => required));
  expect(needed).toContain('/api/profile');
  for (const url of needed) expect((await app.inject({ url, headers: LOCAL })).statusCode, url).toBe(400);
});

test('the page for people has every question, and neither loads nor runs anything', async () => {
  const { body, headers } = await app.inject({ url: '/api/', headers: LOCAL });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  for (const name of Object.keys(USE_CASES)) expect(body).toContain(`/api/${name}`);
  expect(body).not.toMatch(/<script|<link|src=|@import|url\(/u);
  expect(body).toContain('curl ');
});

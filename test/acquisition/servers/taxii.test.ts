import { expect, test } from 'vitest';
import {
  taxiiCollections,
  taxiiPages,
  type Server,
  type TaxiiPage,
  type TaxiiPlace,
} from '../../../src/acquisition/index.ts';
import { pagesAsked, taxiiServer, type ServedCollection } from '../../support/taxii-server.ts';
import { all, outcomeOf, serverAt } from './server-at.ts';

const A = '11111111-1111-4111-8111-111111111111';
const B = '22222222-2222-4222-8222-222222222222';

function objects(count: number): ServedCollection['objects'] {
  return Array.from({ length: count }, (_, index) => ({
    added: `2026-01-0${index + 1}T00:00:00.000Z`,
    object: { type: 'note', id: `note--${index}`, modified: '2026-01-01T00:00:00Z' },
  }));
}

const COLLECTIONS = {
  [A]: { title: 'Adders', alias: 'adders', objects: objects(5) },
  [B]: { title: 'Badgers \u001b[31m', canRead: false, objects: objects(1) },
};

async function pages(server: Server, from?: TaxiiPlace): Promise<readonly TaxiiPage[]> {
  const [collection] = await taxiiCollections(server);
  if (collection === undefined) throw new Error('no collection');
  return await all(taxiiPages(server, collection, from));
}

test.for(['', '/taxii2/', '/taxii2', '/api1/', '/api1'])(
  'collections that may be read are found from `%s`',
  async (path) => {
    const { address } = await taxiiServer({ collections: COLLECTIONS });
    expect(await taxiiCollections(serverAt(`${address}${path}`))).toMatchObject([
      { id: A, title: 'Adders', alias: 'adders' },
    ]);
  },
);

test.for([
  [A, A],
  ['ADDERS', A],
  ['badgers', 'A484'],
  ['dug', 'A484'],
] as const)('of `%s` there is %s', async ([wanted, expected]) => {
  const { address } = await taxiiServer({ collections: COLLECTIONS });
  const found = taxiiCollections(serverAt(address), wanted).then((each) => each.map(({ id }) => id).join());
  expect(await outcomeOf(found)).toBe(expected);
});

test.for([
  ['next', ['', 'next=2', 'next=4']],
  ['same', ['', 'next=on', 'next=on']],
  ['added', ['', 'added_after=2026-01-02T00:00:00.000Z', 'added_after=2026-01-04T00:00:00.000Z']],
] as const)('pages follow each other by %s', async ([paging, asked]) => {
  const { address, requests } = await taxiiServer({ collections: COLLECTIONS, paging });
  const found = await pages(serverAt(address));
  expect(found.flatMap((page) => page.objects)).toEqual(objects(5).map(({ object }) => object));
  expect(found.map(({ addedLast }) => addedLast)).toEqual([
    '2026-01-02T00:00:00.000Z',
    '2026-01-04T00:00:00.000Z',
    '2026-01-05T00:00:00.000Z',
  ]);
  expect(pagesAsked(requests)).toEqual(asked);
});

test('what was added after a time, from a page on', async () => {
  const { address, requests } = await taxiiServer({ collections: COLLECTIONS });
  const addedAfter = '2026-01-01T00:00:00.000Z';
  const found = await pages(serverAt(address), { addedAfter, next: '2' });
  expect(found.flatMap((page) => page.objects)).toHaveLength(2);
  expect(pagesAsked(requests)).toEqual([`added_after=${addedAfter}&next=2`]);
});

test('an empty collection has one page without objects', async () => {
  const { address } = await taxiiServer({ collections: { [A]: { title: 'none', objects: [] } } });
  expect(await pages(serverAt(address))).toMatchObject([{ objects: [] }]);
});

test.for([
  ['a page that is followed by itself', { more: true, next: 'on', objects: [{ id: 'note--1' }] }],
  ['more, and not where', { more: true, objects: [{ id: 'note--1' }] }],
] as const)('%s comes to an end', async ([, body]) => {
  const { address } = await taxiiServer({
    collections: COLLECTIONS,
    instead: ({ url = '' }, response) => {
      if (url.includes('/objects/')) response.end(JSON.stringify(body));
      return url.includes('/objects/');
    },
  });
  expect(await outcomeOf(pages(serverAt(address)))).toBe('A485');
});

test.for([
  { kind: 'the same page', objectsOf: () => [{ id: 'note--1' }], code: 'A485', most: 5 },
  { kind: 'empty pages', objectsOf: () => [], code: 'A485', most: 4 },
  {
    kind: 'pages of something new',
    objectsOf: (page: number) => [{ id: `note--${page}` }],
    code: 'A486',
    most: 1000,
  },
])(
  'for ever $kind, under names that are always new',
  { timeout: 30_000 },
  async ({ objectsOf, code, most }) => {
    let page = 0;
    const { address, requests } = await taxiiServer({
      collections: COLLECTIONS,
      instead: ({ url = '' }, response) => {
        if (!url.includes('/objects/')) return false;
        page += 1;
        response.end(JSON.stringify({ more: true, next: String(page), objects: objectsOf(page) }));
        return true;
      },
    });
    expect(await outcomeOf(pages(serverAt(address)))).toBe(code);
    expect(pagesAsked(requests)).toHaveLength(most);
  },
);

test.for([
  ['a page of another kind', '/taxii2/', '{"title":"dug"}', 'A483'],
  ['a list', '/taxii2/', '[]', 'A483'],
  ['collections that are none', '/api1/collections/', '{"collections":{"a":1}}', 'A483'],
  ['no collections', '/api1/collections/', '{}', 'A484'],
  [
    'ids that lead elsewhere',
    '/api1/collections/',
    '{"collections":[{"id":"../../x","can_read":true},{"id":"..","can_read":true}]}',
    'A484',
  ],
  ['objects that are none', `/api1/collections/${A}/objects/`, '{"objects":"x"}', 'A483'],
  ['half of a page', `/api1/collections/${A}/objects/`, '{"objects":[{', 'A412'],
  ['an API root on another server', '/taxii2/', '{"api_roots":["http://169.254.169.254/latest/"]}', 'A482'],
] as const)('%s', async ([, path, body, code]) => {
  const { address } = await taxiiServer({
    collections: COLLECTIONS,
    instead: ({ url = '' }, response) => {
      const isMeant = url.split('?')[0] === path;
      if (isMeant) response.end(body);
      return isMeant;
    },
  });
  expect(await outcomeOf(pages(serverAt(address)))).toBe(code);
});

test('a page that the server takes for sent is not asked for again, as that would be the one after it', async () => {
  let isLost = true;
  const { address, requests } = await taxiiServer({
    collections: COLLECTIONS,
    paging: 'same',
    instead: ({ url = '' }, response) => {
      const isMeant = isLost && url.includes('next=');
      if (isMeant) response.destroy();
      isLost &&= !isMeant;
      return isMeant;
    },
  });
  expect(await outcomeOf(pages(serverAt(address)))).toBe('A421');
  expect(pagesAsked(requests)).toEqual(['', 'next=on']);
});

test('a page that was put off is asked for again', async () => {
  let isBusy = true;
  const { address, requests } = await taxiiServer({
    collections: COLLECTIONS,
    paging: 'same',
    instead: ({ url = '' }, response) => {
      const isMeant = isBusy && url.includes('next=');
      if (isMeant) response.writeHead(429, { 'retry-after': '1' }).end();
      isBusy &&= !isMeant;
      return isMeant;
    },
  });
  expect((await pages(serverAt(address))).flatMap((page) => page.objects)).toHaveLength(5);
  expect(pagesAsked(requests)).toEqual(['', 'next=on', 'next=on', 'next=on']);
});

test('a login is sent, and one that is not taken is said with what to do', async () => {
  const { address } = await taxiiServer({ collections: COLLECTIONS, authorization: 'Bearer dug' });
  expect(await pages(serverAt(address, { authorization: 'Bearer dug' }))).toHaveLength(3);
  const refused = taxiiCollections(serverAt(address, { authorization: 'Bearer adder' }));
  await expect(refused).rejects.toMatchObject({
    code: 'A480',
    issues: [{ message: expect.not.stringContaining('adder'), hint: 'Set THE_VARIABLE.' }],
  });
});

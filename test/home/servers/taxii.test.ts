import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import {
  forgetSource,
  keptReports,
  rebuildHome,
  syncSources,
  takeBack,
  type Home,
} from '../../../src/home/index.ts';
import { pagesAsked, taxiiServer, type ServedCollection } from '../../support/taxii-server.ts';
import { homeWith, on } from './home-with.ts';

const ID = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

function group(number: number, name: string, modified = '2026-01-01T00:00:00.000Z') {
  const id = `intrusion-set--00000000-0000-4000-8000-00000000000${number}`;
  const created = '2026-01-01T00:00:00.000Z';
  return { type: 'intrusion-set', spec_version: '2.1', id, created, modified, name };
}

function added(day: string, object: unknown): ServedCollection['objects'][number] {
  return { added: `${day}T00:00:00.000Z`, object };
}

function threeAdders(): ServedCollection {
  return {
    title: 'Adders',
    objects: [
      added('2026-02-01', group(1, 'Adder One')),
      added('2026-02-01', group(2, 'Adder Two')),
      added('2026-02-01', group(3, 'Adder Three')),
    ],
  };
}

afterEach(() => vi.unstubAllEnvs());

async function namesIn(home: Home): Promise<readonly string[]> {
  const view = (await home.knowledgeBase()).view();
  return view.catalogue
    .ofType(['intrusion-set'])
    .map((term) => view.catalogue.entry(term).name)
    .toSorted();
}

async function sourcesIn(home: Home) {
  return (await home.knowledgeBase()).sources().map(({ name, kind, objects }) => ({ name, kind, objects }));
}

test('a collection is one source, which grows by what is added, and stays as it is where nothing is', async () => {
  const collection = threeAdders();
  const { address, requests } = await taxiiServer({ collections: { [ID]: collection } });
  const home = await homeWith({ taxii: { pier: { url: `${address}/taxii2/` } } });
  const [first] = await syncSources(home, ['taxii:pier'], on('2026-03-01'));
  expect(first).toMatchObject({ source: 'taxii:pier/Adders', unchanged: false, issues: [] });
  expect(await namesIn(home)).toEqual(['Adder One', 'Adder Three', 'Adder Two']);

  const [again] = await syncSources(home, ['taxii:pier'], on('2026-03-02'));
  expect(again).toMatchObject({ unchanged: true, ingested: [] });

  collection.objects.push(
    added('2026-03-02', group(1, 'Adder Won', '2026-03-02T00:00:00Z')),
    added('2026-03-02', group(4, 'Adder Four')),
  );
  await syncSources(home, ['taxii:pier'], on('2026-03-03'));
  expect(await sourcesIn(home)).toEqual([{ name: 'taxii:pier/Adders', kind: 'feed', objects: 4 }]);
  expect(await namesIn(home)).toEqual(['Adder Four', 'Adder Three', 'Adder Two', 'Adder Won']);
  const after = 'added_after=2026-02-01T00:00:00.000Z';
  expect(pagesAsked(requests)).toEqual(['', 'next=2', after, after]);
});

test('it is no release, though there may be all of one in it', async () => {
  const collection = threeAdders();
  const release = {
    type: 'x-mitre-collection',
    spec_version: '2.1',
    id: 'x-mitre-collection--00000000-0000-4000-8000-000000000001',
    created: '2026-01-01T00:00:00.000Z',
    modified: '2026-01-01T00:00:00.000Z',
    name: 'Adders and more',
    x_mitre_version: '18.1',
    x_mitre_contents: [],
  };
  collection.objects.push(added('2026-02-01', release));
  const { address } = await taxiiServer({ collections: { [ID]: collection } });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  collection.objects.push(added('2026-03-02', group(4, 'Adder Four')));
  await syncSources(home, [], on('2026-03-02'));
  await rebuildHome(home);
  expect(await sourcesIn(home)).toEqual([{ name: 'taxii:pier/Adders', kind: 'feed', objects: 5 }]);
  expect(await namesIn(home)).toHaveLength(4);
});

test('it is forgotten, taken back and rebuilt as a whole, and comes back by a sync', async () => {
  const collection = threeAdders();
  const { address } = await taxiiServer({ collections: { [ID]: collection } });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  await syncSources(home, [], on('2026-03-01'));
  collection.objects.push(added('2026-03-02', group(4, 'Adder Four')));
  await syncSources(home, [], on('2026-03-02'));
  const before = await sourcesIn(home);

  await rebuildHome(home);
  expect(await sourcesIn(home)).toEqual(before);

  await forgetSource(home, 'taxii:pier/Adders');
  expect(await namesIn(home)).toEqual([]);
  await takeBack(home, 'taxii:pier/Adders');
  expect(await sourcesIn(home)).toEqual(before);

  await forgetSource(home, 'taxii:pier/Adders', { purge: true });
  await syncSources(home, [], on('2026-03-03'));
  expect(await sourcesIn(home)).toEqual(before);
  expect(await namesIn(home)).toHaveLength(4);
});

test('a copy that a killed process did not describe is described by the next one', async () => {
  const { address } = await taxiiServer({ collections: { [ID]: threeAdders() } });
  const home = await homeWith({
    taxii: { pier: { url: address } },
    sources: [{ name: 'own', location: 'own.json' }],
  });
  await syncSources(home, ['taxii:pier'], on('2026-03-01'));
  const [file = ''] = (await readdir(home.paths.sources)).filter((name) => name.endsWith('.source.json'));
  await rm(join(home.paths.sources, file));
  const own = { type: 'bundle', id: ID, objects: [group(9, 'Badger')] };
  await writeFile(join(home.paths.folder, 'own.json'), JSON.stringify(own));
  await syncSources(home, ['own'], on('2026-03-02'));
  await rebuildHome(home);
  expect((await sourcesIn(home)).map(({ name }) => name)).toEqual(['taxii:pier/Adders', 'own.json']);
});

test('what was taken before a server broke off is kept, and it is asked from there on', async () => {
  let isBroken = true;
  const { address, requests } = await taxiiServer({
    collections: { [ID]: threeAdders() },
    page: 1,
    instead: ({ url = '' }, response) => {
      const isMeant = isBroken && url.includes('next=2');
      if (isMeant) response.destroy();
      return isMeant;
    },
  });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  await expect(syncSources(home, [], on('2026-03-01'))).rejects.toMatchObject({ code: 'A421' });
  expect(home.isEmpty).toBe(true);
  isBroken = false;
  await syncSources(home, [], on('2026-03-02'));
  expect(await namesIn(home)).toHaveLength(3);
  expect(pagesAsked(requests)).toEqual(['', 'next=1', 'next=2', 'next=2', 'next=2']);
  expect(await readdir(home.paths.servers)).toEqual(['asked.json']);
});

test.for([
  { deed: 'has forgotten where to go on', status: 404, asked: ['next=2', '', 'next=1', 'next=2'] },
  { deed: 'does not understand where to go on', status: 400, asked: ['next=2', '', 'next=1', 'next=2'] },
])('a server that $deed is asked anew; one that was busy is not', async ({ status, asked }) => {
  const statuses = [503, 503, status];
  const { address, requests } = await taxiiServer({
    collections: { [ID]: threeAdders() },
    page: 1,
    instead: ({ url = '' }, response) => {
      const instead = url.includes('next=2') ? statuses.shift() : undefined;
      if (instead !== undefined) response.writeHead(instead).end();
      return instead !== undefined;
    },
  });
  const home = await homeWith({ taxii: { pier: { url: address } }, http: { attempts: 1 } });
  await expect(syncSources(home, [], on('2026-03-01'))).rejects.toMatchObject({ code: 'A423' });
  await expect(syncSources(home, [], on('2026-03-02'))).rejects.toMatchObject({ code: 'A423' });
  expect(pagesAsked(requests)).toEqual(['', 'next=1', 'next=2', 'next=2']);
  await syncSources(home, [], on('2026-03-03'));
  expect(pagesAsked(requests).slice(4)).toEqual(asked);
  expect(await namesIn(home)).toHaveLength(3);
});

test('a server that calls all pages alike is asked anew, since nobody knows which one was lost', async () => {
  let asked = 0;
  const { address, requests } = await taxiiServer({
    collections: { [ID]: threeAdders() },
    page: 1,
    paging: 'same',
    instead: ({ url = '' }, response) => {
      if (!url.includes('next=')) return false;
      asked += 1;
      if (asked === 2) response.destroy();
      return asked === 2;
    },
  });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  await expect(syncSources(home, [], on('2026-03-01'))).rejects.toMatchObject({ code: 'A421' });
  await syncSources(home, [], on('2026-03-02'));
  expect(pagesAsked(requests)).toEqual(['', 'next=on', 'next=on', '', 'next=on', 'next=on']);
  expect(await namesIn(home)).toHaveLength(3);
});

test('a page that does not end keeps nothing from being loaded, and is asked again', async () => {
  const { address } = await taxiiServer({
    collections: { [ID]: threeAdders() },
    instead: ({ url = '' }, response) => {
      if (url.includes('/objects/'))
        response.end(JSON.stringify({ more: true, next: 'x', objects: [group(1, 'Adder One')] }));
      return url.includes('/objects/');
    },
  });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  const first = await syncSources(home, [], on('2026-03-01'));
  expect(first).toMatchObject([{ unchanged: false, issues: [{ code: 'A485' }] }]);
  expect(await namesIn(home)).toEqual(['Adder One']);
  expect(await syncSources(home, [], on('2026-03-02'))).toMatchObject([
    { unchanged: true, issues: [{ code: 'A485' }] },
  ]);
});

test('pages that together are more than is held in memory end in an issue, each time anew', async () => {
  let page = 0;
  const { address } = await taxiiServer({
    collections: { [ID]: threeAdders() },
    instead: ({ url = '' }, response) => {
      if (!url.includes('/objects/')) return false;
      page += 1;
      const objects = [{ ...group(1, 'x'.repeat(60_000)), id: `intrusion-set--${page}` }];
      response.end(JSON.stringify({ more: true, next: String(page), objects }));
      return true;
    },
  });
  const home = await homeWith({ taxii: { pier: { url: address } }, limits: { maximumBytes: 100_000 } });
  await expect(syncSources(home, [], on('2026-03-01'))).rejects.toMatchObject({ code: 'A404' });
  await expect(syncSources(home, [], on('2026-03-02'))).rejects.toMatchObject({ code: 'A404' });
  expect(home.isEmpty).toBe(true);
});

test('one collection that cannot be had leaves the other, and one server the other', async () => {
  const { address } = await taxiiServer({
    collections: { [ID]: threeAdders(), [OTHER]: { ...threeAdders(), title: 'Others' } },
    instead: ({ url = '' }, response) => {
      if (url.includes(`${OTHER}/objects`)) response.end('{');
      return url.includes(`${OTHER}/objects`);
    },
  });
  const home = await homeWith({ taxii: { away: { url: `${address}/nowhere/` }, pier: { url: address } } });
  expect(await syncSources(home, [], on('2026-03-01'))).toMatchObject([
    { source: 'taxii:away', issues: [{ code: 'A425' }], ingested: [] },
    { source: 'taxii:pier/Adders', issues: [], unchanged: false },
    { source: 'taxii:pier/Others', issues: [{ code: 'A412' }], ingested: [] },
  ]);
  expect(await namesIn(home)).toHaveLength(3);
});

test.for([
  ['TOKEN', 'dug', undefined, 'Bearer dug'],
  ['PASSWORD', 'dug', 'watch', `Basic ${Buffer.from('watch:dug').toString('base64')}`],
] as const)('what lets one in stands in a variable: %s', async ([what, secret, user, authorization]) => {
  vi.stubEnv(`FOEPRINT_TAXII_OUR_PIER_${what}`, secret);
  const { address } = await taxiiServer({ collections: { [ID]: threeAdders() }, authorization });
  const home = await homeWith({ taxii: { 'our-pier': { url: address, ...(user && { user }) } } });
  expect(await syncSources(home, [], on('2026-03-01'))).toMatchObject([{ unchanged: false }]);
  vi.stubEnv(`FOEPRINT_TAXII_OUR_PIER_${what}`, '');
  const refused = await syncSources(home, [], on('2026-03-01')).catch((error: unknown) => error);
  expect(refused).toMatchObject({
    code: 'A480',
    issues: [{ hint: expect.stringContaining('FOEPRINT_TAXII_OUR_PIER_TOKEN') }],
  });
});

test('a token that no header may have is not shown', async () => {
  vi.stubEnv('FOEPRINT_TAXII_PIER_TOKEN', 'se\ncret');
  const { address, requests } = await taxiiServer({ collections: {} });
  const home = await homeWith({ taxii: { pier: { url: address } } });
  const refused = syncSources(home, [], on('2026-03-01'));
  await expect(refused).rejects.toMatchObject({ code: 'A481', message: expect.not.stringContaining('cret') });
  expect(requests).toEqual([]);
});

test('no server is asked where the network is ruled out, or when it is not due', async () => {
  const { address, requests } = await taxiiServer({ collections: { [ID]: threeAdders() } });
  const home = await homeWith({ taxii: { pier: { url: address, every: 'week' } } });
  await expect(syncSources(home, [], { offline: true })).rejects.toMatchObject({ code: 'A434' });
  expect(requests).toEqual([]);
  await syncSources(home, [], on('2026-03-01'));
  const asked = requests.length;
  expect(await syncSources(home, [], { ...on('2026-03-05'), due: true })).toEqual([]);
  expect(requests).toHaveLength(asked);
  await syncSources(home, [], { ...on('2026-03-09'), due: true });
  expect(requests.length).toBeGreaterThan(asked);
});

test('reports among the objects are kept as reports, too, those that are new', async () => {
  const report = (number: number, modified: string): unknown => ({
    type: 'report',
    spec_version: '2.1',
    id: `report--00000000-0000-4000-8000-00000000000${number}`,
    created: '2026-01-01T00:00:00.000Z',
    modified,
    published: '2026-01-02T00:00:00.000Z',
    name: `Adders in the harbour ${number}`,
    description: 'They came by night.',
    object_refs: [group(1, 'Adder One').id],
  });
  const collection = threeAdders();
  collection.objects.push(added('2026-02-02', report(1, '2026-01-02T00:00:00.000Z')));
  const { address } = await taxiiServer({ collections: { [ID]: collection } });
  const home = await homeWith({ taxii: { pier: { url: address, tlp: 'amber' } } });
  expect(await syncSources(home, [], on('2026-03-01'))).toMatchObject([
    { reports: [{ title: 'Adders in the harbour 1', outcome: 'new', level: 'amber' }], issues: [] },
  ]);
  collection.objects.push(added('2026-03-02', report(2, '2026-03-02T00:00:00.000Z')));
  expect(await syncSources(home, [], on('2026-03-03'))).toMatchObject([
    { reports: [{ title: 'Adders in the harbour 2', outcome: 'new' }] },
  ]);
  expect((await keptReports(home.paths.reports)).reports).toMatchObject([
    {
      kind: 'feed',
      location: 'taxii:pier/Adders',
      date: '2026-01-02',
      text: expect.stringContaining('They came by night.'),
      mentions: [{ kind: 'group', name: 'Adder One' }],
    },
    { title: 'Adders in the harbour 2' },
  ]);
});

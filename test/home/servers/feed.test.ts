import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { keptReports, syncSources, type SyncOptions } from '../../../src/home/index.ts';
import { localServer } from '../../support/local-server.ts';
import { homeWith, on } from './home-with.ts';

const WORDS = '<p>Adders were seen in the harbour; they sent letters with macros (T1566.001).</p>';

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly link?: string;
  readonly words?: string;
}

/** A feed in RSS. */
function rss(entries: readonly Entry[]): string {
  const items = entries.map(
    ({ id, title, link = '', words }) =>
      `<item><guid isPermaLink="false">${id}</guid><title>${title}</title><pubDate>Sun, 01 Feb 2026 10:00:00 GMT</pubDate>` +
      `<link>${link}</link>${words === undefined ? '' : `<description><![CDATA[${words}]]></description>`}</item>`,
  );
  return `<rss version="2.0"><channel><title>Harbour Watch</title>${items.join('')}</channel></rss>`;
}

/** A publisher of a feed, with its pages. */
async function publisher(entries: Entry[], pages: Readonly<Record<string, string>> = {}) {
  return await localServer((request, response) => {
    const { url = '' } = request;
    const etag = `"${entries.length}"`;
    if (url === '/feed' && request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else if (url === '/feed') response.writeHead(200, { etag }).end(rss(entries));
    else if (pages[url] === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pages[url]);
  });
}

/** The publisher is on the internet, and no other machine here is. */
function where(day: string, waits: number[] = []): SyncOptions {
  const { world, ...options } = on(day);
  const isPublic = (address: string): boolean => address === '127.0.0.1';
  return { ...options, world: { ...world, isPublic, sleep: async (ms) => void waits.push(ms) } };
}

function urls(requests: readonly IncomingMessage[]): readonly (string | undefined)[] {
  return requests.map(({ url }) => url);
}

test('each new entry is kept as a report, once', async () => {
  const entries: Entry[] = [{ id: 'a', title: 'Adders', link: 'https://example.org/a', words: WORDS }];
  const { address } = await publisher(entries);
  const home = await homeWith({ feeds: { watch: { url: `${address}/feed`, tlp: 'green' } } });
  expect(await syncSources(home, ['feed:watch'], where('2026-03-01'))).toMatchObject([
    { source: 'feed:watch', unchanged: false, reports: [{ title: 'Adders', outcome: 'new' }], issues: [] },
  ]);
  expect((await keptReports(home.paths.reports)).reports).toMatchObject([
    {
      kind: 'feed',
      location: 'feed:watch',
      title: 'Adders',
      publisher: 'Harbour Watch',
      date: '2026-02-01',
      url: 'https://example.org/a',
      level: 'green',
      text: 'Adders were seen in the harbour; they sent letters with macros (T1566.001).',
    },
  ]);
  expect(await syncSources(home, [], where('2026-03-02'))).toMatchObject([{ unchanged: true }]);
  entries.unshift({ id: 'b', title: 'Badgers', words: 'Badgers, too: 1 < 2.' });
  expect(await syncSources(home, [], where('2026-03-03'))).toMatchObject([
    { unchanged: false, reports: [{ title: 'Badgers' }] },
  ]);
});

test('pages of entries are fetched where that is asked for, with pauses, and their own words where a page cannot be had', async () => {
  const article = `<html lang="en"><body><article><h1>Adders</h1>${WORDS.repeat(20)}</article></body></html>`;
  const entries: Entry[] = [
    { id: 'a', title: 'Adders', link: '/a', words: 'In short.' },
    { id: 'b', title: 'Badgers', link: '/b', words: 'Badgers in short.' },
    { id: 'c', title: 'Cats', link: 'http://10.0.0.1/' },
  ];
  const { address, requests } = await publisher(entries, { '/a': article });
  const home = await homeWith({ feeds: { watch: { url: `${address}/feed`, articles: true } } });
  const waits: number[] = [];
  expect(await syncSources(home, [], where('2026-03-01', waits))).toMatchObject([
    {
      reports: [{ title: 'Adders' }, { title: 'Badgers' }],
      issues: [
        { code: 'A425', severity: 'warning' },
        { code: 'A478', severity: 'warning' },
        { code: 'A489', severity: 'warning' },
      ],
    },
  ]);
  const { reports } = await keptReports(home.paths.reports);
  expect(reports.filter(({ text }) => text.includes('macros'))).toMatchObject([{ title: 'Adders' }]);
  expect(urls(requests)).toEqual(['/feed', '/a', '/b']);
  expect(waits).toEqual([1000, 1000]);
  await syncSources(home, [], where('2026-03-02'));
  expect(urls(requests).slice(3)).toEqual(['/feed']);
});

test('of many entries so many pages are fetched at once, and the others the next time', async () => {
  const entries = Array.from({ length: 60 }, (_, index) => ({
    id: String(index),
    title: `Adders ${index}`,
    link: `/${index}`,
  }));
  const pages = Object.fromEntries(
    entries.map(({ link, title }) => [link, `<html><body><p>${title}</p></body></html>`]),
  );
  const { address, requests } = await publisher(entries, pages);
  const home = await homeWith({ feeds: { watch: { url: `${address}/feed`, articles: true } } });
  expect(await syncSources(home, [], where('2026-03-01'))).toMatchObject([
    { issues: [{ code: 'A489', message: '10 entries were left out.' }] },
  ]);
  expect(requests).toHaveLength(51);
  expect(await syncSources(home, [], where('2026-03-02'))).toMatchObject([{ issues: [] }]);
  expect((await keptReports(home.paths.reports)).reports).toHaveLength(60);
  expect(new Set(urls(requests)).size).toBe(61);
});

test('a feed on a private address is only asked where that is allowed', async () => {
  const { address, requests } = await publisher([{ id: 'a', title: 'Adders', words: WORDS }]);
  const feeds = { watch: { url: `${address}/feed` } };
  const closed = await homeWith({ feeds });
  await expect(syncSources(closed, [], on('2026-03-01'))).rejects.toMatchObject({ code: 'A478' });
  expect(requests).toEqual([]);
  const open = await homeWith({ feeds, http: { allowPrivate: true } });
  expect(await syncSources(open, [], on('2026-03-01'))).toMatchObject([{ reports: [{ outcome: 'new' }] }]);
});

const BOMB = `<!DOCTYPE rss [<!ENTITY a "dug dug dug"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}">]>`;

test.for([
  ['a web page', '<!doctype html><title>Log in</title>', 'A477'],
  ['XML of another kind', '<opml><body/></opml>', 'A477'],
  ['half of a feed', '<rss><channel><item>', 'A473'],
  ['a feed of a million tags', `<rss><channel>${'<item/>'.repeat(1_000_000)}</channel></rss>`, 'A474'],
  ['a feed that has no end', ' '.repeat(200_000), 'A404'],
] as const)('%s is refused, and nothing is kept', async ([, body, code]) => {
  const { address } = await localServer((_, response) => response.end(body));
  const limits = code === 'A404' ? { limits: { maximumBytes: 100_000 } } : {};
  const home = await homeWith({ feeds: { watch: { url: address } }, ...limits });
  await expect(syncSources(home, [], where('2026-03-01'))).rejects.toMatchObject({ code });
  expect((await keptReports(home.paths.reports)).reports).toEqual([]);
});

test('entities that a feed declares are not expanded, and signs that would steer a screen are left out', async () => {
  const entry =
    '<item><title>Adders \u202e&c;</title><description>Seen &c; \u0085 again</description></item>';
  const { address } = await localServer((_, response) =>
    response.end(`${BOMB}<rss><channel><title>x</title>${entry}</channel></rss>`),
  );
  const home = await homeWith({ feeds: { watch: { url: address } } });
  await syncSources(home, [], where('2026-03-01'));
  const { reports } = await keptReports(home.paths.reports);
  expect(reports).toHaveLength(1);
  const [report] = reports;
  expect(report?.title).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(report?.text.length).toBeLessThan(100);
  expect(report?.text).not.toMatch(/[\u0085\u202e]/u);
});

import { expect, test } from 'vitest';
import { mulberry32 } from '../../../bench/mulberry32.ts';
import { readFeed } from '../../../src/acquisition/documents/index.ts';
import { FoeprintError } from '../../../src/facts/index.ts';
import { broken } from './broken.ts';

const NAME = 'https://barn.example/feeds/news';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Barn Labs &amp; friends</title><link>https://barn.example/</link>
<item><title>Wily Weasel&nbsp;digs</title><link>https://barn.example/weasel</link><guid isPermaLink="false">w-1</guid>
  <pubDate>Wed, 28 Oct 2020 10:00:00 GMT</pubDate><description>A hole &lt;b&gt;again&lt;/b&gt;.</description><content:encoded><![CDATA[<p>It used T9001.</p>]]></content:encoded></item>
<item><title>Shy Stoat</title><guid>https://barn.example/stoat</guid><dc:date>2021-03-04</dc:date></item>
<item><title>Bad link</title><link>javascript:alert(1)</link></item>
<item><description>nothing that it could be called</description></item>
</channel></rss>`;

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Old news</title></channel>
<item rdf:about="x"><title>Lone Mole</title><link>/mole</link></item></rdf:RDF>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Barn Labs</title><link rel="self" href="https://barn.example/feed"/>
<entry><id>urn:x:1</id><title>Wily Weasel digs</title><link rel="enclosure" href="https://barn.example/x.mp3"/><link rel="alternate" href="../weasel"/>
<updated>2020-10-30T00:00:00Z</updated><published>2020-10-28T10:00:00Z</published><summary>A hole.</summary><content type="xhtml"><div>It used <b>T9001</b>.</div></content></entry></feed>`;

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Barn Labs',
  items: [
    {
      id: '1',
      url: 'https://barn.example/weasel',
      title: 'Wily Weasel digs',
      date_published: '2020-10-28T10:00:00Z',
      summary: 'A hole.',
      content_html: '<p>It used T9001.</p>',
    },
    { id: '2', external_url: 'https://barn.example/stoat' },
    'nothing',
  ],
});

test.for([
  [
    'RSS',
    RSS,
    {
      title: 'Barn Labs & friends',
      entries: [
        {
          id: 'w-1',
          title: 'Wily Weasel digs',
          url: 'https://barn.example/weasel',
          date: '2020-10-28',
          summary: 'A hole <b>again</b>.',
          content: '<p>It used T9001.</p>',
        },
        {
          id: 'https://barn.example/stoat',
          title: 'Shy Stoat',
          url: 'https://barn.example/stoat',
          date: '2021-03-04',
        },
        { id: 'Bad link', title: 'Bad link' },
      ],
    },
  ],
  [
    'RSS 1.0',
    RDF,
    {
      title: 'Old news',
      entries: [{ id: 'https://barn.example/mole', title: 'Lone Mole', url: 'https://barn.example/mole' }],
    },
  ],
  [
    'Atom',
    ATOM,
    {
      title: 'Barn Labs',
      entries: [
        {
          id: 'urn:x:1',
          title: 'Wily Weasel digs',
          url: 'https://barn.example/weasel',
          date: '2020-10-28',
          summary: 'A hole.',
          content: 'It used T9001.',
        },
      ],
    },
  ],
  [
    'JSON Feed',
    JSON_FEED,
    {
      title: 'Barn Labs',
      entries: [
        {
          id: '1',
          title: 'Wily Weasel digs',
          url: 'https://barn.example/weasel',
          date: '2020-10-28',
          summary: 'A hole.',
          content: '<p>It used T9001.</p>',
        },
        { id: '2', title: 'https://barn.example/stoat', url: 'https://barn.example/stoat' },
      ],
    },
  ],
] as const)('%s', ([, text, expected]) => {
  expect(readFeed(Buffer.from(text), { name: NAME })).toEqual(expected);
});

test('entities that a feed declares are not expanded', () => {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `<!ENTITY e${String(level + 1)} "${`&e${String(level)};`.repeat(10)}">`,
  );
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "weasel">${levels.join('')}<!ENTITY file SYSTEM "file:///etc/hostname">]><rss><channel><title>&e9;&file;</title><item><title>&e9;</title></item></channel></rss>`;
  expect(readFeed(Buffer.from(bomb), { name: NAME })).toEqual({
    title: '&e9;&file;',
    entries: [{ id: '&e9;', title: '&e9;' }],
  });
});

function outcome(bytes: Buffer): string {
  try {
    readFeed(bytes, { name: NAME });
    return 'read';
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

test.for([
  ['nothing', '', 'A405'],
  ['words', 'The weasel digs.', 'A477'],
  ['a web page', '<!doctype html><html><body>Log in</body></html>', 'A477'],
  ['other XML', '<?xml version="1.0"?><bundle/>', 'A477'],
  ['other JSON', '{"items": []}', 'A477'],
  ['JSON cut short', '{"version": "https://jsonfeed.org/version/1", "items": [', 'A412'],
  ['XML cut short', RSS.slice(0, 500), 'A473'],
  ['a million items', `<rss><channel>${'<item/>'.repeat(1_000_000)}</channel></rss>`, 'A474'],
  [
    'items in items, 100,000 deep',
    `<rss>${'<item>'.repeat(100_000)}${'</item>'.repeat(100_000)}</rss>`,
    'A474',
  ],
] as const)('%s is refused as no feed', ([, text, code]) => {
  expect(outcome(Buffer.from(text))).toBe(code);
});

test.for([RSS, ATOM, JSON_FEED].map((text) => [text.slice(0, 20), text] as const))(
  '%s…, broken in 200 ways, is read or refused with a code',
  ([, text]) => {
    const chance = mulberry32(20);
    const codes = new Set(Array.from({ length: 200 }, () => outcome(broken(Buffer.from(text), chance))));
    expect([...codes].filter((code) => code !== 'read' && !/^A4\d\d$/u.test(code))).toEqual([]);
    expect(codes).toContain('read');
  },
);

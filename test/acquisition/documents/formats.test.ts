import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readReportFile, type ReportDocument } from '../../../src/acquisition/documents/index.ts';
import { hasRealFiles, realBytes, realFile } from '../../support/real-data.ts';
import { docxOf, paragraph, table } from './docx-of.ts';
import { pdfOf, type PdfText } from './pdf-of.ts';

async function read(name: string, bytes: Buffer | string, mediaType = ''): Promise<ReportDocument> {
  return await readReportFile(Buffer.from(bytes), { name, mediaType });
}

/** Head and foot, as every page of an advisory has them. */
function page(number: number, ...lines: readonly PdfText[]): readonly PdfText[] {
  return [[60, 810, 'TLP:AMBER'], ...lines, [60, 30, `Barn Labs | Page ${String(number)} of 3`]];
}

const PDF = pdfOf(
  [
    page(
      1,
      [60, 700, 'Wily Weasel digs again', 24],
      [60, 660, 'October 28, 2020'],
      [60, 600, 'The group breaks into barns at night, always by digging under the fence, and'],
      [60, 587, 'then it takes what it finds. It uses BADGERDROP for per-'],
      [60, 574, 'sistence (T9001.001) and command-and-'],
      [60, 561, 'control, which ends a short line.'],
      [60, 530, 'A new paragraph, since it stands further apart.'],
      [60, 500, '\u2022 one item'.replace('\u2022', '-')],
      [60, 487, '- another item'],
    ),
    page(
      2,
      [60, 700, 'T9001'],
      [200, 700, 'Digging'],
      [60, 680, 'T9002'],
      [200, 680, 'Climbing'],
      [60, 600, 'Its persistence is known, and so is the command-and-control of the weasel, which'],
      [60, 587, 'goes over the end of the page where the sentence is not at its end, because the'],
    ),
    page(3, [60, 700, 'paper is too short for it.'], [60, 680, 'The end.']),
  ],
  '',
  '<< /Title (Wily Weasel: a study of its holes) >>',
);

test('a PDF: lines become paragraphs, words are whole, heads and feet are left out', async () => {
  const { report, format, issues } = await read('weasel.pdf', PDF);
  expect({ report, format, issues }).toEqual({
    format: 'pdf',
    issues: [],
    report: {
      title: 'Wily Weasel: a study of its holes',
      date: '2020-10-28',
      language: 'en',
      tlp: 'amber',
      text: [
        'Wily Weasel digs again',
        'October 28, 2020',
        'The group breaks into barns at night, always by digging under the fence, and then it takes what it finds. It uses BADGERDROP for persistence (T9001.001) and command-and-control, which ends a short line.',
        'A new paragraph, since it stands further apart.',
        '- one item',
        '- another item',
        'T9001\tDigging',
        'T9002\tClimbing',
        'Its persistence is known, and so is the command-and-control of the weasel, which goes over the end of the page where the sentence is not at its end, because the paper is too short for it.',
        'The end.',
      ].join('\n'),
    },
  });
});

test('a PDF without a title is called what stands in the largest letters', async () => {
  const untitled = pdfOf([
    [
      [60, 750, 'Barn Labs, a note on the weasel'],
      [60, 700, 'Night Raid on the Henhouse', 20],
      [60, 600, 'It came at night and dug a hole.'],
    ],
  ]);
  expect((await read('x.pdf', untitled)).report.title).toBe('Night Raid on the Henhouse');
});

test('pages of which most are pictures are read, and that is said', async () => {
  const text: PdfText = [60, 700, 'The weasel came at night and dug a hole (T9001).'];
  const { report, issues } = await read('x.pdf', pdfOf([[text], [], []]));
  expect(report.text).toContain('T9001');
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['A479', '2 of 3 pages have no text.'],
  ]);
});

test('a Word document: paragraphs, and rows of tables with tabs', async () => {
  const bytes = docxOf(
    paragraph('TLP:GREEN') +
      paragraph('Wily Weasel digs again') +
      paragraph('28 October 2020') +
      paragraph('It uses BADGERDROP (T9001).') +
      table([
        ['T9001', 'Digging'],
        ['T9002', 'Climbing'],
      ]),
    {
      'docProps/core.xml': '<c xmlns:dc="d"><dc:language>de-LU</dc:language></c>',
      'docProps/app.xml': '<Properties><Company>Barn Labs</Company></Properties>',
    },
  );
  expect(await read('weasel.docx', bytes)).toEqual({
    format: 'docx',
    label: 'a Word document',
    issues: [],
    report: {
      title: 'Wily Weasel digs again',
      publisher: 'Barn Labs',
      date: '2020-10-28',
      language: 'de',
      tlp: 'green',
      text: 'TLP:GREEN\nWily Weasel digs again\n28 October 2020\nIt uses BADGERDROP (T9001).\nT9001\tDigging\nT9002\tClimbing',
    },
  });
});

const ARTICLE = Array.from(
  { length: 8 },
  (_, index) =>
    `<p>In night ${String(index)}, the weasel came to the barn, dug under the fence, and carried away an egg, which nobody had thought of before.</p>`,
).join('');

const HTML = `<!doctype html><html lang="en-US"><head><title>Weasels | Barn Labs</title>
<meta property="og:site_name" content="Barn &amp; Labs"><link rel="canonical" href="https://barn.example/weasel">
<script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"x"},{"headline":"Wily Weasel digs again","datePublished":"2021-03-04T10:00:00Z"}]}</script>
<style>p { color: red }</style></head><body>
<nav><a href="/a">All our research</a> <a href="/b">T9099 of the menu</a></nav>
<article><h1>Wily Weasel</h1>${ARTICLE}
<p>It <a href="https://attack.mitre.org/techniques/T9001/001/">burrows</a>, and by a slip <a href="https://attack.mitre.org/versions/v7/techniques/T9002/">T9003</a>; <b>bold</b>&nbsp;word.</p>
<script>document.body.innerHTML = 'run'; throw new Error('run');</script>
<table><tr><th>Id</th><th>Name</th></tr><tr><td>T9\u200b004</td><td>Climbing</td></tr></table></article>
<footer>TLP:CLEAR</footer></body></html>`;

test('a web page: the article, all its text, and what it states of itself; no script is run', async () => {
  const { report, format, issues } = await read('page', HTML, 'text/html; charset=utf-8');
  const { text, full = '', ...stated } = report;
  expect({ ...stated, format, issues }).toEqual({
    format: 'html',
    issues: [],
    title: 'Wily Weasel digs again',
    publisher: 'Barn & Labs',
    date: '2021-03-04',
    language: 'en',
    url: 'https://barn.example/weasel',
    tlp: 'clear',
  });
  expect(text.split('\n').slice(-3)).toEqual([
    'It burrows, and by a slip T9002; bold word.',
    'Id\tName',
    'T9004\tClimbing',
  ]);
  expect(text).not.toMatch(/run|red|menu/u);
  expect(full).toContain('T9099 of the menu');
});

test('a page without any meta is called by its title, and dated by the label of its date', async () => {
  const { report } = await read(
    'x.html',
    `<title>Egg thieves | Barn Labs</title><p>Original release date: October 28, 2020 | Last revised never, and this line is long.</p>${ARTICLE}`,
  );
  expect(report).toMatchObject({ title: 'Egg thieves', publisher: 'Barn Labs', date: '2020-10-28' });
});

const MARKDOWN = `---
title: "Wily Weasel digs again"
date: 2021-03-04
lang: fr
---
# Weasel *digs*

The group uses [BADGERDROP](https://barn.example/x_y) and
**never** \`dig.exe\`, snake_case_names stay.

- one item, which goes on
  in the next line
- another

| Id | Name |
|----|------|
| T9001 | Digging |

> quoted

\`\`\`
code  stays
\`\`\`
`;

test('Markdown: words without marks, a paragraph to a line', async () => {
  expect((await read('weasel.md', MARKDOWN)).report).toEqual({
    title: 'Wily Weasel digs again',
    date: '2021-03-04',
    language: 'fr',
    text: 'Weasel digs\nThe group uses BADGERDROP and never dig.exe, snake_case_names stay.\n• one item, which goes on in the next line\n• another\nId\tName\nT9001\tDigging\nquoted\ncode  stays',
  });
});

test('plain text: lines broken by hand are joined, others stay', async () => {
  const wrapped = `Wily Weasel digs again\n\nThe group breaks into barns at night, always by digging under the\nfence, and then it takes what it finds there, eggs above all.\n\nThe end.\n`;
  expect((await read('a.txt', wrapped)).report.text).toBe(
    'Wily Weasel digs again\nThe group breaks into barns at night, always by digging under the fence, and then it takes what it finds there, eggs above all.\nThe end.',
  );
  expect((await read('a.txt', 'one\ntwo\nthree')).report.text).toBe('one\ntwo\nthree');
});

const UMLAUTS = 'Der Dachs gräbt Löcher.';

test.for([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${UMLAUTS}`), '', []],
  ['UTF-16', Buffer.from(`\ufeff${UMLAUTS}`, 'utf16le'), '', []],
  ['Latin-1 as the server says', Buffer.from(UMLAUTS, 'latin1'), 'text/plain; charset=iso-8859-1', []],
  ['Latin-1, guessed', Buffer.from(UMLAUTS, 'latin1'), '', ['A476']],
  ['gzip', gzipSync(UMLAUTS), '', []],
] as const)('encodings of text: %s', async ([, bytes, mediaType, codes]) => {
  const { report, issues } = await read('-', bytes, mediaType);
  expect([report.text, issues.map(({ code }) => code)]).toEqual([UMLAUTS, codes]);
});

test('control and format characters are no part of the text, whatever the format', async () => {
  const hostile = 'T9001\u200b.001 \u001b[2J \u202egnitirw\u202c \ufeffend\u0007';
  const expected = 'T9001.001 [2J gnitirw end';
  for (const [name, text] of [
    ['a.txt', hostile],
    ['a.md', hostile],
    ['a.html', `<html><p>${hostile}</p></html>`],
  ] as const)
    expect((await read(name, text)).report.text.replaceAll(/ +/gu, ' ').trim()).toBe(expected);
});

test('what is called one thing and is another is read as what it is, and that is said', async () => {
  const { format, issues } = await read('weasel.pdf', HTML);
  expect([format, issues.map(({ code, message }) => [code, message])]).toEqual([
    'html',
    [['A475', 'It is called a PDF, but is a web page, and was read as such.']],
  ]);
});

test.for([
  ['TLP:AMBER\nA text about weasels.', 'amber'],
  ['Weasels | TLP : AMBER + STRICT | page 1\nA text.', 'amber+strict'],
  ['TLP:GREEN\nA text.\nTLP:RED', 'red'],
  ['TLP:WHITE\nTLP:RED is for those in the room. TLP:AMBER is for your barn.', 'clear'],
  ['This document is marked TLP:WHITE. Disclosure is not limited.', 'clear'],
  ['Nothing is said here.', undefined],
] as const)('the marking of %j is %s', async ([text, level]) => {
  expect((await read('a.txt', text)).report.tlp).toBe(level);
});

test.for([
  ['Weasels\n2021-03-04\nIt dug in 2019.', '2021-03-04'],
  ['Weasels\nMarch 4th, 2021', '2021-03-04'],
  ['Weasels\n4 March 2021', '2021-03-04'],
  ['Weasels\nMarch 2021', '2021-03'],
  [
    'Weasels\nThe group was first seen by those who know weasels well on March 4, 2021, at night, in a barn.',
    undefined,
  ],
  [
    'Weasels\nThis paper about the weasel and its holes in the ground was published on March 4, 2021, in a barn.',
    '2021-03-04',
  ],
] as const)('the date of %j is %s', async ([text, date]) => {
  expect((await read('a.txt', text)).report.date).toBe(date);
});

const ADVISORY = ['pdf', 'docx', 'html'].map((ending) => `reports/AA20-302A.${ending}`);
const EXPECTED = 'reports-bench/formats-expected.json';

test.skipIf(!hasRealFiles(...ADVISORY, EXPECTED))(
  'an advisory has the same ids, date and marking in PDF, Word and HTML',
  async () => {
    const { explicit_ids_in_text: ids } = JSON.parse(readFileSync(realFile(EXPECTED), 'utf8')) as {
      explicit_ids_in_text: string[];
    };
    for (const name of ADVISORY) {
      const { report, issues } = await readReportFile(realBytes(name), { name });
      const found = new Set((report.full ?? report.text).match(/\bT\d{4}(?:\.\d{3})?\b/gu));
      expect([...found].toSorted(), name).toEqual(ids.toSorted());
      expect(issues).toEqual([]);
      expect(report, name).toMatchObject({ date: '2020-10-28', tlp: 'clear' });
      expect(report.title).toContain('Ransomware Activity Targeting the Healthcare and Public Health Sector');
    }
  },
);

test.skipIf(!hasRealFiles('reports/image-only.pdf'))('a real PDF of pictures is refused', async () => {
  const reading = readReportFile(realBytes('reports/image-only.pdf'), { name: 'image-only.pdf' });
  await expect(reading).rejects.toMatchObject({ code: 'A471' });
});

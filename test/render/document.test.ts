import * as fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { expect, test } from 'vitest';
import {
  code,
  documentHtml,
  documentMarkdown,
  documentText,
  jump,
  keyNumbers,
  link,
  heading,
  paragraph,
  reference,
  strong,
  table,
  type Document,
  bullets,
  details,
  figure,
  item,
} from '../../src/render/index.ts';
import { oneLine } from '../../src/text/show/one-line.ts';
import { light, PALETTE } from '../../src/threat/index.ts';
import { nastyText } from './support/nasty.ts';
import { report } from './support/report.ts';
import { skeleton, textOf } from './support/skeleton.ts';
import { runs } from '../support/runs.ts';

const sample = report((words) => words);

/** How GitHub would show it, HTML and all. */
function shown(markdown: string): string {
  return micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true });
}

test.for([
  ['md', documentMarkdown(sample)],
  ['html', documentHtml(sample)],
  ['txt', documentText(sample, { width: 80 })],
] as const)('a report as %s is its golden file', async ([extension, rendered]) => {
  await expect(rendered).toMatchFileSnapshot(`golden/document/report.${extension}`);
});

test.for([
  ['Markdown', (document: Document) => shown(documentMarkdown(document))],
  ['HTML', (document: Document) => documentHtml(document)],
] as const)('outside text cannot become markup in %s, and shows as it is', ([, render]) => {
  const expected = anonymous(skeleton(render(report(() => 'x'))));
  fc.assert(
    fc.property(nastyText, (text) => {
      const words = oneLine(text) === '' ? 'x' : text;
      const html = render(report(() => words));
      expect(anonymous(skeleton(html))).toBe(expected);
      expect(textOf(html)).toContain(oneLine(words).replace(/\s+/gu, ' ').trim());
    }),
    runs(80),
  );
});

/** Anchors are made of the text; their number and places stay the same. */
function anonymous(html: string): string {
  return html.replace(/ id="[^"]*"/gu, ' id').replace(/ href="#[^"]*"/gu, ' href');
}

test('no control character reaches the terminal, whatever the text', () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(documentText(report(() => text))).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\p{Surrogate}/u);
    }),
  );
});

test.for([
  ['since 2024-05', 'since <span class="date">2024-05</span>'],
  [
    '2024-05-17 to 2024-06-01',
    '<span class="date">2024-05-17</span> to <span class="date">2024-06-01</span>',
  ],
  ['CVE-2024-05170', 'CVE-2024-05170'],
  ['2024-17', '2024-17'],
] as const)('dates are not broken at their hyphens: %s', ([text, expected]) => {
  const html = documentHtml({ title: 't', blocks: [{ kind: 'paragraph', content: text }], notices: [] });
  expect(/<p>(.*)<\/p>/u.exec(html)?.[1]).toBe(expected);
});

test.for([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://Example.org/x', 'HTTP://Example.org/x'],
  ['https://example.org/a b"><script>(x)', 'https://example.org/a%20b%22%3E%3Cscript%3E%28x%29'],
  ['javascript:alert(1)', undefined],
  [' javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)//https://x', undefined],
  ['data:text/html,x', undefined],
  ['//example.org', undefined],
  ['file:///etc/passwd', undefined],
  ['https://', undefined],
] as const)('the link to %s goes to %s', ([address, expected]) => {
  const html = documentHtml({
    title: 't',
    blocks: [{ kind: 'paragraph', content: { kind: 'link', text: 'here', address } }],
    notices: [],
  });
  expect(/href="([^"]*)"/u.exec(html)?.[1]).toBe(expected?.replaceAll('&', '&amp;'));
  expect(html).toContain('here');
});

const referring = (address?: string): Document => ({
  title: 't',
  blocks: [
    paragraph('First ', reference('G9001', address), ', then ', reference('G9002', address), '.'),
    heading(2, 'Wasp (', reference('G9002', address), ')'),
    heading(2, 'Again ', reference('G9002', address)),
  ],
});

test('a reference leads to the section about the thing, else to its page', () => {
  const html = documentHtml(referring('https://example.org/a?b"c'));
  const page = '<a class="id" href="https://example.org/a?b%22c" rel="noopener noreferrer">';
  expect(html).toContain(`<p>First ${page}G9001</a>, then <a class="id" href="#wasp-g9002">G9002</a>.</p>`);
  expect(html).toContain(`<h2 id="wasp-g9002">Wasp (${page}G9002</a>)</h2>`);
});

test.for([undefined, '', 'javascript:alert(1)', 'data:text/html,x'])(
  'a reference to %s is text where there is no section',
  (address) => {
    expect(documentHtml(referring(address))).toContain('<p>First G9001, then <a class="id" href="#wasp');
  },
);

test('a drawing turns dark with the page: the colours of the palette that it has, wherever it stands', () => {
  const svg = `<svg><rect fill="${light('a4')}" stroke="${light('ink')}"/><text fill="#123456"/></svg>`;
  const drawn = figure({ svg, description: 'd' });
  const html = documentHtml({ title: 't', blocks: [bullets([item('x', details('y', drawn))])] });
  const rules = [...html.matchAll(/figure svg \[(.*)\] \{ (.*); \}/gu)].map(([, of, becomes]) => [
    of,
    becomes,
  ]);
  expect(rules).toEqual([
    [`stroke="${light('ink')}"`, 'stroke: var(--ink)'],
    [`fill="${light('a4')}"`, 'fill: var(--a4)'],
  ]);
  expect(html).toContain(`--a4: ${PALETTE.a4[1]};`);
});

test('contents stand behind what comes before them, in pages too', () => {
  const blocks = [paragraph('In short.'), heading(2, 'One'), heading(2, 'Two')];
  const order = (html: string) => ['In short', '<nav', '<h2 id="one"'].map((part) => html.indexOf(part));
  const [short = 0, contents = 0, first = 0] = order(documentHtml({ title: 't', blocks, contentsAt: 1 }));
  expect(short < contents && contents < first).toBe(true);
  expect(order(documentHtml({ title: 't', blocks }))[1]).toBeLessThan(short);
});

test('in text and Markdown a reference is text', () => {
  const document = referring('https://example.org/');
  expect(documentText(document)).toContain('First G9001, then G9002.');
  expect(documentMarkdown(document)).toContain('\nFirst G9001, then G9002.\n');
});

test.for([
  ['7.9 % of 12 %', '7.9\u{A0}% of 12\u{A0}%'],
  ['100 %', '100\u{A0}%'],
  ['as % of it', 'as % of it'],
] as const)('shares are not broken before their per cent sign: %s', ([text, expected]) => {
  const html = documentHtml({ title: 't', blocks: [{ kind: 'paragraph', content: text }] });
  expect(/<p>(.*)<\/p>/u.exec(html)?.[1]).toBe(expected);
});

test('key numbers stand side by side in a page, each after what it counts, and in a table elsewhere', () => {
  const few: Document = {
    title: 't',
    isWide: true,
    blocks: [
      keyNumbers([
        { number: jump('17 %', 'Gaps'), what: 'deployed' },
        { number: '350', what: 'gaps' },
      ]),
    ],
  };
  const html = documentHtml(few);
  expect(html).toContain('<body class="wide">');
  expect(html).toContain('<div><dt>deployed</dt><dd><a href="#gaps">17\u{A0}%</a></dd></div>');
  expect(documentMarkdown(few)).toContain('| [17 %](#gaps) | deployed |');
  expect(documentText(few).split('\n')).toContain('   350  gaps');
});

test('a page can load nothing and run nothing', () => {
  const html = documentHtml(sample);
  expect(html).toContain("default-src 'none'");
  expect(skeleton(html)).not.toMatch(/<(script|link|iframe|object|embed|img)\b| on\w+=| src=/u);
});

test('a table keeps within the width and wraps its cells', () => {
  const lines = documentText(sample, { width: 60 }).split('\n');
  expect(lines.filter((line) => line.length > 60 && !line.includes('http'))).toEqual([]);
});

const candidates: Document = {
  title: 't',
  blocks: [
    table(
      [{ title: '#', align: 'right' }, 'Group', { title: 'Ahead by', align: 'right' }, 'Newest report'],
      [
        ['1', 'Hungry Heron (G9001)', '5.95', '2021-10-07'],
        ['2', 'Noisy Otter (G9002)', '12.5 %', ''],
      ],
    ),
  ],
};

test.for([
  [
    'numbers, days and ids stay whole where a column gives way',
    30,
    [
      '#  Group     Ahead  Newest',
      '                by  report',
      '─  ───────  ──────  ──────────',
      '1  Hungry     5.95  2021-10-07',
      '   Heron',
      '   (G9001)',
      '2  Noisy    12.5 %',
      '   Otter',
      '   (G9002)',
    ],
  ],
  [
    'where not even words have room, rows are lists',
    24,
    [
      '#: 1',
      '  Group: Hungry Heron',
      '    (G9001)',
      '  Ahead by: 5.95',
      '  Newest report:',
      '    2021-10-07',
      '#: 2',
      '  Group: Noisy Otter',
      '    (G9002)',
      '  Ahead by: 12.5 %',
    ],
  ],
] as const)('%s', ([, width, expected]) => {
  expect(documentText(candidates, { width }).trimEnd().split('\n').slice(-expected.length)).toEqual(expected);
});

const reports: Document = {
  title: 't',
  blocks: [
    table(
      ['Group', 'Read first'],
      [
        ['intrusion-set--33197270-28e4', link('Harbour', 'https://example.org/a-report-that-is-long')],
        ['G9002', link('Ferry', 'https://example.org/a-report-that-is-long')],
      ],
    ),
  ],
};

test.for([
  [
    'addresses stand in a table that has room for them',
    80,
    [
      'Group                         Read first',
      '────────────────────────────  ─────────────────────────────────────────────────',
      'intrusion-set--33197270-28e4  Harbour https://example.org/a-report-that-is-long',
      'G9002                         Ferry https://example.org/a-report-that-is-long',
    ],
  ],
  [
    'and else below it, each once; ids break after their signs',
    32,
    [
      'Group                    Read',
      '                         first',
      '───────────────────────  ───────',
      'intrusion-set--          Harbour',
      '33197270-28e4            [1]',
      'G9002                    Ferry',
      '                         [1]',
      '',
      '[1] https://example.org/a-report-that-is-long',
    ],
  ],
] as const)('%s', ([, width, expected]) => {
  expect(documentText(reports, { width }).trimEnd().split('\n').slice(-expected.length)).toEqual(expected);
});

test.for([
  [['', strong('LAPS$'), '', ' (G1)'], '**LAPS\\$** (G1)'],
  [['a', strong('b'), 'c'], 'a**b**c'],
  [['a', strong('(b)'), 'c'], 'a<strong>(b)</strong>c'],
  [[strong('a'), strong('b')], '<strong>a</strong><strong>b</strong>'],
  [[strong('Label: '), 'text'], '**Label:** text'],
  [['see!', link('x', 'https://example.org')], 'see\\![x](https://example.org)'],
  [[link('https://example.org/', 'https://example.org/')], '<https://example.org/>'],
  [[link('x', 'javascript:x')], 'x'],
  [[code('a`b'), ' ', code('`')], '``a`b`` `` ` ``'],
  [['1. not a list'], '1\\. not a list'],
  [['# not a heading'], '\\# not a heading'],
  [['- not a list'], '\\- not a list'],
  [['AT&T &amp; T1_2 a*b'], 'AT&T \\&amp; T1\\_2 a\\*b'],
] as const)('%j is written as %s', ([content, expected]) => {
  const markdown = documentMarkdown({ title: 't', blocks: [{ kind: 'paragraph', content }], notices: [] });
  expect(markdown).toBe(`# t\n\n${expected}\n`);
});

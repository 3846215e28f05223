import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { barChart } from '../../../src/draw/index.ts';
import {
  bullets,
  code,
  codeBlock,
  details,
  figure,
  heading,
  item,
  link,
  paragraph,
  plain,
  quote,
  reference,
  strong,
  table,
} from '../../../src/render/index.ts';
import { oneLine } from '../../../src/text/index.ts';
import type { Block, Content, Document } from '../../../src/render/index.ts';
import {
  compareDocument,
  overlapDocument,
  timelineDocument,
  walkthroughDocument,
} from '../../../src/report/index.ts';
import { documentPdf, drawingPdf } from '../../../src/render/pdf/index.ts';
import { DEFAULT_KEYWORDS, walkthrough } from '../../../src/workbench/playbook/walkthrough.ts';
import { compareNamed, overlapOf } from '../../../src/workbench/groups/compare.ts';
import { groupTimeline } from '../../../src/workbench/groups/timeline.ts';
import { nastyText } from '../support/nasty.ts';
import { report } from '../support/report.ts';
import { sampleDesk } from '../../support/desk.ts';
import { realDesk } from '../../support/real-home.ts';
import { profileReport } from '../../support/profile-report.ts';
import { hasRealData } from '../../support/real-data.ts';
import { readPdf, squeezed } from '../../support/read-pdf.ts';
import { runs } from '../../support/runs.ts';

const pdfOf = async (document: Document) => await readPdf(await documentPdf(document));
const noticed = (document: Document): Document => ({ ...document, notices: ['A notice.'] });
const documentOf = (...blocks: readonly Block[]): Document => ({ title: 'Title', blocks, notices: [] });

/** Whether the file declares that it keeps to PDF/UA-1. */
const declaresUniversalAccess = (pdf: Uint8Array): boolean => Buffer.from(pdf).includes('<pdfuaid:part>1');

test('a report with every kind of block says what it says, and what is what', async () => {
  const read = await pdfOf(report((words) => words));
  const found = { ...read, elements: [...read.elements].toSorted() };
  await expect(`${JSON.stringify(found, undefined, 2)}\n`).toMatchFileSnapshot('golden/report.json');
});

test('both builds of Typst set the same pages', async () => {
  const document = report((words) => words);
  const [native, web] = [await documentPdf(document), await documentPdf(document, { typst: 'web' })];
  const [read, other] = [await readPdf(native), await readPdf(web)];
  // A link over two lines is one area by the one, and two by the other.
  expect({ ...other, links: [...new Set(other.links)] }).toEqual(read);
  expect(declaresUniversalAccess(native)).toBe(true);
  expect(declaresUniversalAccess(web)).toBe(false);
});

test.for(['native', 'web'] as const)('the same document is the same file by the %s build', async (typst) => {
  const document = report((words) => words);
  const one = Buffer.from(await documentPdf(document, { typst }));
  expect(one.equals(await documentPdf(document, { typst }))).toBe(true);
  expect(one.includes('CreationDate')).toBe(false);
});

test('language and time of making are in the file', async () => {
  const madeAt = new Date('2026-02-03T04:05:06Z');
  const dated = await documentPdf(documentOf(paragraph('Words.')), { language: 'en-GB', madeAt });
  expect(Buffer.from(dated).toString('latin1')).toContain('D:20260203040506');
  expect((await readPdf(dated)).language).toBe('en-GB');
});

test.for(['slide', 'a4'] as const)(
  'a drawing is one page, its words selected as they are: %s',
  async (page) => {
    const { svg, description } = barChart({ title: 'Bars', bars: [{ label: 'Wading', value: 3 }] });
    const pdf = await drawingPdf({ svg, title: 'Birds', description, page });
    const { pages } = await readPdf(pdf);
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('Wading');
    expect(declaresUniversalAccess(pdf)).toBe(true);
    expect(Buffer.from(pdf).equals(await drawingPdf({ svg, title: 'Birds', description, page }))).toBe(true);
  },
);

test('a reference leads to the section about the thing, else to its page', async () => {
  const about = (id: string) => reference(id, `https://example.org/${id}`);
  const blocks = [
    paragraph('First ', about('G9001'), ', then ', about('G9002'), ', never ', reference('G9003'), '.'),
    heading(2, 'Wasp (', about('G9002'), ')'),
  ];
  const { inner, links, pages } = await pdfOf(documentOf(...blocks));
  expect({ inner, links }).toEqual({ inner: 1, links: ['https://example.org/G9001'] });
  expect(pages[0]).toContain('First G9001, then G9002, never G9003.');
});

test.for([
  ['de', 'de'],
  ['pt-br', 'pt-BR'],
  ['zh-Hant-TW', 'zh-TW'],
  ['es-419', 'es'],
  ['klingon', 'en'],
  ['', 'en'],
] as const)('the language “%s” is said as “%s”', async ([language, said]) => {
  const pdf = await readPdf(await documentPdf(documentOf(), { language }));
  expect(pdf.language).toBe(said);
});

const LONG: readonly Block[] = Array.from({ length: 12 }, (_, index) => [
  heading(2, `Section ${index}`),
  ...Array.from({ length: 8 }, () => paragraph('Words that fill a line or two of a page. '.repeat(6))),
]).flat();

test('a long document has contents whose entries lead to their headings, and page numbers', async () => {
  const { pages, inner, bookmarks, decoration } = await pdfOf(documentOf(...LONG));
  const sections = LONG.filter(({ kind }) => kind === 'heading');
  expect(pages[0]).toMatch(/^Title\s+Contents\s+Section 0/u);
  expect(inner).toBe(12);
  expect(bookmarks.map(({ title }) => title)).toEqual(sections.map((_, index) => `Section ${index}`));
  expect(decoration.at(-1)).toBe(`Title\nPage ${pages.length} of ${pages.length}`);
  const numbers = [...(pages[0] ?? '').matchAll(/^Section \d+ ?(\d+)$/gmu)].map(([, number]) =>
    Number(number),
  );
  expect(numbers).toEqual(
    sections.map(
      (_, index) => pages.findLastIndex((page) => page.split('\n').includes(`Section ${index}`)) + 1,
    ),
  );
});

test('contents stand behind the answer in short, where there is one', async () => {
  const { pages } = await pdfOf({
    ...documentOf(heading(2, 'In short'), paragraph('All of it.'), ...LONG),
    contentsAt: 2,
  });
  expect(pages[0]).toMatch(/^Title\s+In short\s+All of it\.\s+Contents\s+In short ?1\s+Section 0/u);
});

test('a marking is above and below every page, a title above all but the first, a notice below', async () => {
  const { decoration } = await pdfOf({ ...documentOf(...LONG), marking: 'TLP:RED', notices: ['No rights.'] });
  const last = decoration.length;
  expect(decoration.slice(0, 2).map((words) => words.trim())).toEqual([
    `TLP:RED\nNo rights. Page 1 of ${last} TLP:RED`,
    `Title TLP:RED\nNo rights. Page 2 of ${last} TLP:RED`,
  ]);
  expect(decoration.every((words) => words.match(/TLP:RED/gu)?.length === 2)).toBe(true);
});

test('a table goes on on the next page under the same heads, which are read once', async () => {
  const rows = Array.from({ length: 90 }, (_, index) => [`T${1000 + index}`, `Name of ${index}`]);
  const { pages, decoration } = await pdfOf(documentOf(table(['Technique', 'Called'], rows)));
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.map((page) => page.includes('Technique'))).toEqual(pages.map((_, index) => index === 0));
  expect(decoration.slice(1).every((said) => said.includes('Technique Called'))).toBe(true);
  for (const [id, name] of rows)
    expect(pages.filter((page) => page.includes(`${id} ${name}`))).toHaveLength(1);
});

test('a cell that is taller than a page loses nothing', async () => {
  const words = Array.from({ length: 4000 }, (_, index) => `w${index}`);
  const { pages } = await pdfOf(documentOf(table(['A', 'B'], [['short', words.join(' ')]])));
  const found = new Set(pages.join(' ').match(/w\d+/gu));
  expect(words.filter((word) => !found.has(word))).toEqual([]);
});

test('what the fonts lack is shown as a box and listed at the end', async () => {
  const { pages } = await pdfOf(documentOf(paragraph('Known as 日本 and Сова.')));
  expect(pages[0]).toContain('Known as □□ and Сова.');
  expect(pages[0]).toContain('U+65E5, U+672C');
});

test('what would steer a screen is made visible', async () => {
  const { pages } = await pdfOf(documentOf(paragraph('a\u202eb\u0007c')));
  expect(pages[0]).toContain('a<202E>b<07>c');
});

test.for(['<svg', '', '<svg/>', '<svg width="0" height="9"/>', '<g width="9" height="9"/>'])(
  'the drawing “%s”, which cannot be drawn, is described',
  async (svg) => {
    const drawing = { svg, description: 'Three boats.' };
    const { pages } = await pdfOf(documentOf({ kind: 'figure', drawing, caption: 'Boats' }));
    expect(squeezed(pages[0] ?? '')).toBe('TitleThreeboats.Boats');
  },
);

test('what begins from the right stands at the right', async () => {
  const shalom = 'שלום';
  const blocks = [paragraph(shalom), bullets([shalom]), table(['A', 'B'], [[shalom, shalom]])];
  const { edges, pages } = await pdfOf({ ...documentOf(...blocks), title: '' });
  expect(pages[0]).toContain(shalom);
  expect(edges).toMatchObject([{ right: 539 }]);
});

test.for([
  ['an address', `https://example.org/${'abcdef/'.repeat(60)}`],
  ['a word without joints', 'x'.repeat(400)],
  ['letters of another script', 'ж'.repeat(400)],
] as const)('%s that no line can hold is broken, and comes back whole', async ([, word]) => {
  const blocks = [
    paragraph(word),
    paragraph(strong(word)),
    paragraph(code(word)),
    heading(2, word),
    bullets([word]),
    quote(paragraph(word)),
    details(word, paragraph(word)),
    codeBlock(word),
    table(['A', word, 'C'], [[word, code(word), link(word, 'https://example.org')]]),
  ];
  const { pages, edges } = await pdfOf(documentOf(...blocks));
  expect(squeezed(pages.join('')).split(word).length - 1).toBeGreaterThanOrEqual(8);
  for (const { left, right } of edges) {
    expect(left).toBeGreaterThanOrEqual(55);
    expect(right).toBeLessThanOrEqual(541);
  }
});

test.for(['quote', 'details', 'list'] as const)(
  'a %s within itself forty times over loses nothing',
  async (kind) => {
    const within: Readonly<Record<typeof kind, (block: Block, number: number) => Block>> = {
      quote: (block) => quote(block),
      details: (block, number) => details(`Summary ${number}`, block),
      list: (block, number) => bullets([item([`Item ${number}`], block)]),
    };
    const nested = Array.from({ length: 40 }).reduce<Block>(
      (block, _, number) => within[kind](block, number),
      paragraph('Core.'),
    );
    const { pages } = await pdfOf(documentOf(nested));
    expect(pages.join('\n')).toContain('Core.');
    if (kind !== 'quote') expect(pages.join('\n').match(/(?:Summary|Item) \d+/gu)).toHaveLength(40);
  },
);

test('no text is read as markup of Typst', async () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#import "@preview/example:0.1.0": *',
    '$ x $ = *a* _b_ `c` <label> @reference',
    '// gone? /* and this? */ \\ #1 [a] {b} --- ... ~ "q"',
    '"}) #panic("out")',
  ];
  const { pages, elements } = await pdfOf(
    documentOf(...hostile.map((text) => paragraph(text)), table(hostile, [hostile])),
  );
  for (const text of hostile) expect(squeezed(pages.join('')).split(squeezed(text))).toHaveLength(4);
  expect(elements).not.toContain('Formula');
});

test('a chart is drawn on the page: its words can be found, and what the fonts lack is said', async () => {
  // The small less-than sign is like one that would be markup.
  const bars = [{ label: 'Blue 日 ﹤', value: 5, detail: 'five of 9' }];
  const drawing = barChart({ title: 'Most reported', bars });
  const { pages, alternatives } = await pdfOf(documentOf(figure(drawing, 'Reported of')));
  expect(squeezed(pages[0] ?? '')).toMatch(/^TitleMostreported.*Blue□<.*fiveof9.*Reportedof.*U\+65E5/u);
  expect(alternatives).toEqual([oneLine(drawing.description)]);
});

const rows = [1, 2, 3, 4].map((row) => [
  `row ${row}`,
  'Words that need a line or two of a table. '.repeat(3),
]);
const twoRows = table(['Factor', 'Reported'], rows);
const LEADS: readonly (readonly [string, readonly Block[], string])[] = [
  ['a summary', [details('Why it is so', twoRows)], 'Why it is so'],
  ['a heading', [heading(3, 'Why it is so'), twoRows], 'Why it is so'],
  ['a few lines', [paragraph('What was reported last:'), twoRows], 'What was reported last'],
  ['a heading over a few lines', [heading(3, 'Why'), paragraph('It was reported:'), twoRows], 'Why'],
];

test('a drawing too large to be read on a page has a page of its own, but within other blocks', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="3000" height="3000"><text x="9" y="40" font-size="11">Corner</text></svg>';
  const large = figure({ svg, description: 'Large' }, 'Below it.');
  const pagesOf = async (blocks: readonly Block[]) => (await pdfOf({ title: 'Harbour', blocks })).pages;
  const [first, second, third, ...others] = await pagesOf([paragraph('Before.'), large, paragraph('After.')]);
  expect(others).toEqual([]);
  expect(first).toContain('Before.');
  expect(second).toContain('Corner');
  expect(second).toContain('Below it.');
  expect(third).toContain('After.');
  expect(await pagesOf([details('Opened', large)])).toHaveLength(1);
});

test.for(LEADS)('%s stays with the first row of the table below', async ([, blocks, words]) => {
  for (let lines = 24; lines < 36; lines += 1) {
    const above = Array.from({ length: lines }, (_, line) => paragraph(`Line ${line}.`));
    const { pages } = await pdfOf(documentOf(...above, ...blocks));
    const page = pages.find((each) => each.includes(words)) ?? '';
    expect(page).toContain('row 1');
  }
});

const sample = sampleDesk();
const OURS: readonly (readonly [string, () => Document])[] = [
  [
    'walkthrough',
    () => walkthroughDocument(walkthrough(sample, { keywords: DEFAULT_KEYWORDS, any: true }).answer),
  ],
  ['profile', () => profileReport(sample, 'G9001', { derived: true })],
  [
    'comparison',
    () => noticed(compareDocument(compareNamed(sample, ['G9001', 'G9002'], { derived: true }).answer)),
  ],
  ['timeline', () => timelineDocument(groupTimeline(sample, 'G9001', { derived: true }).answer)],
  ['overlap', () => noticed(overlapDocument(overlapOf(sample, []).answer))],
];

test.for(OURS)('all paragraphs of the %s come back', async ([, make]) => {
  const document = make();
  const said = squeezed((await pdfOf(document)).pages.join('\n'));
  for (const text of paragraphsOf(document.blocks)) expect(said).toContain(squeezed(oneLine(plain(text))));
});

test.runIf(hasRealData)('the profile of a real group comes back', async () => {
  const document = profileReport(await realDesk(), 'APT29');
  const { pages, bookmarks } = await pdfOf(document);
  const said = squeezed(pages.join('\n'));
  for (const text of paragraphsOf(document.blocks)) expect(said).toContain(squeezed(oneLine(plain(text))));
  expect(pages.length).toBeGreaterThan(10);
  expect(bookmarks.length).toBeGreaterThan(3);
});

/** Running text of paragraphs and headings, wherever they stand. */
function paragraphsOf(blocks: readonly Block[]): readonly Content[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [block.content];
    if (block.kind === 'list') return block.items.flatMap(({ blocks: under }) => paragraphsOf(under));
    return 'blocks' in block ? paragraphsOf(block.blocks) : [];
  });
}

const text = fc.oneof(nastyText, fc.lorem({ maxCount: 40 }), fc.string({ minLength: 100, maxLength: 300 }));
const inline = fc.oneof(
  text,
  fc.record({ kind: fc.constantFrom('strong' as const, 'emphasis' as const, 'code' as const), text }),
  fc.record({
    kind: fc.constantFrom('link' as const, 'reference' as const),
    text: fc.oneof(text, fc.constantFrom('G9001', 'G9002')),
    address: fc.oneof(fc.webUrl(), nastyText),
  }),
);
const content = fc.oneof(inline, fc.array(inline, { maxLength: 4 }));
const svg = fc.constantFrom(
  '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="30"><rect width="9" height="9"/></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4000"><rect width="3" height="90"/></svg>',
  '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>',
  '<svg',
  '',
);
const { block } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 4, depthIdentifier: 'block' }),
  block: fc.oneof(
    { depthIdentifier: 'block', depthSize: 'small', withCrossShrink: true },
    fc.record({ kind: fc.constant('paragraph' as const), content }),
    fc.record({
      kind: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const, 4 as const),
      content,
    }),
    fc.record({ kind: fc.constant('code-block' as const), text, language: fc.constant('') }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(
        fc.record({
          title: text,
          align: fc.constantFrom('left' as const, 'right' as const, 'center' as const),
        }),
        { maxLength: 40 },
      ),
      rows: fc.array(fc.array(content, { maxLength: 5 }), { maxLength: 12 }),
    }),
    fc.record({
      kind: fc.constant('figure' as const),
      drawing: fc.record({ svg, description: text }),
      caption: content,
    }),
    fc.record({
      kind: fc.constant('key-numbers' as const),
      items: fc.array(fc.record({ number: content, what: content }), { maxLength: 9 }),
    }),
    fc.record({ kind: fc.constant('quote' as const), blocks: tie('blocks') }),
    fc.record({ kind: fc.constant('details' as const), summary: content, blocks: tie('blocks') }),
    fc.record({
      kind: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.record({ kind: fc.constant('item' as const), content, blocks: tie('blocks') }), {
        maxLength: 4,
      }),
    }),
  ),
}));
const document = fc.record({
  title: text,
  lead: content,
  blocks: fc.array(block, { maxLength: 12 }),
  notices: fc.array(text, { maxLength: 3 }),
});

test('any document becomes a PDF that can be read, with every word of its paragraphs in order', async () => {
  await fc.assert(
    fc.asyncProperty(document, async (any) => {
      const pdf = await documentPdf(any);
      expect(declaresUniversalAccess(pdf)).toBe(true);
      const said = squeezed((await readPdf(pdf)).pages.join('\n'));
      let from = 0;
      for (const words of paragraphsOf(any.blocks)) {
        for (const word of oneLine(plain(words)).split(' ')) {
          // What the fonts lack, and what is composed otherwise, has tests of its own.
          if (!/^[!-~]+$/u.test(word)) continue;
          const at = said.indexOf(word, from);
          expect(at, `${word} after ${said.slice(Math.max(0, from - 40), from)}`).toBeGreaterThanOrEqual(0);
          from = at + word.length;
        }
      }
    }),
    runs(8),
  );
});

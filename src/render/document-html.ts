import { tlpNamed } from '../threat/index.ts';
import { escapeHtml, webAddress, manyLines, oneLine, withWholeShares } from '../text/index.ts';
import { renderBlock, type BlockRenderers } from './block-renderers.ts';
import type { Block, Document, Heading, ListItem, Table } from './document.ts';
import { headingAnchors, sectionAnchors, slug } from './heading-anchors.ts';
import { drawingStyle, HTML_STYLE, markingClass, MARKING_STYLE } from './html-style.ts';
import { pieces, plain, spacedLike, type Content, type Inline, type Reference } from './inline.ts';

/** How a page is made. */
export interface HtmlOptions {
  /** Language of the text, as in BCP 47. Default `en`. */
  readonly language?: string;
}

/**
 * A document as one HTML page that needs nothing else: its style is within, it has no script, and its content
 * security policy keeps it from loading anything, so that it can be mailed and opened anywhere. Light and dark,
 * narrow and wide, and on paper, where links show their addresses. Text from outside is escaped; only http and
 * https addresses become links.
 */
export function documentHtml(document: Document, options: HtmlOptions = {}): string {
  const ofHeadings = headingAnchors(document.blocks);
  const anchors: Anchors = { ofHeadings, ofThings: sectionAnchors(ofHeadings) };
  const { contentsAt = 0 } = document;
  const title = escapeHtml(oneLine(document.title));
  const isMarked = document.marking !== undefined || document.leftOut !== undefined;
  return `${[
    '<!doctype html>',
    `<html lang="${escapeHtml(options.language ?? 'en')}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="generator" content="Foeprint">',
    `<title>${title}</title>`,
    `<style>${HTML_STYLE}${isMarked ? MARKING_STYLE : ''}${drawingStyle(drawingsIn(document.blocks))}</style>`,
    '</head>',
    document.isWide === true ? '<body class="wide">' : '<body>',
    ...marking(document),
    '<header>',
    `<h1>${title}</h1>`,
    ...(document.lead === undefined ? [] : [`<p class="lead">${inlines(document.lead, anchors)}</p>`]),
    ...(document.leftOut === undefined
      ? []
      : [`<p class="left-out">${inlines(document.leftOut, anchors)}</p>`]),
    '</header>',
    '<main>',
    ...part(document.blocks.slice(0, contentsAt), anchors),
    ...(document.hasContents === false ? [] : contents(ofHeadings)),
    ...part(document.blocks.slice(contentsAt), anchors),
    '</main>',
    ...footer(document.notices ?? [], anchors),
    ...marking(document),
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

/** Every drawing, wherever it stands. */
function drawingsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((one) => {
    if (one.kind === 'figure') return [one.drawing.svg];
    if (one.kind === 'list') return one.items.flatMap(({ blocks: under }) => drawingsIn(under));
    return 'blocks' in one ? drawingsIn(one.blocks) : [];
  });
}

/** Nothing may be loaded; the page's own style applies. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** Where to jump to within the document. */
interface Anchors {
  readonly ofHeadings: ReadonlyMap<Heading, string>;
  /** Sections by the ids of the things that they are about. */
  readonly ofThings: ReadonlyMap<string, string>;
}

const RENDERERS: BlockRenderers<Anchors, string> = {
  heading: headingHtml,
  paragraph: ({ content }, anchors) => `<p>${inlines(content, anchors)}</p>`,
  list: ({ ordered, items }, anchors) => {
    const element = ordered ? 'ol' : 'ul';
    return `<${element}>\n${items.map((one) => itemHtml(one, anchors)).join('\n')}\n</${element}>`;
  },
  table: tableHtml,
  // The number stands above what it counts, and is read after it.
  'key-numbers': ({ items }, anchors) =>
    `<dl class="numbers">\n${items.map(({ number, what }) => `<div><dt>${inlines(what, anchors)}</dt><dd>${inlines(number, anchors)}</dd></div>`).join('\n')}\n</dl>`,
  quote: ({ blocks }, anchors) => `<blockquote>\n${blocksHtml(blocks, anchors)}\n</blockquote>`,
  'code-block': ({ text }) => `<pre><code>${manyLines(text).map(escapeHtml).join('\n')}</code></pre>`,
  figure: ({ drawing, caption }, anchors) =>
    `<figure>\n<div class="scroll">${drawing.svg.trim()}</div>${plain(caption) === '' ? '' : `\n<figcaption>${inlines(caption, anchors)}</figcaption>`}\n</figure>`,
  details: ({ summary, blocks }, anchors) =>
    `<details>\n<summary>${inlines(summary, anchors)}</summary>\n${blocksHtml(blocks, anchors)}\n</details>`,
};

/** Blocks before or behind the contents, which stand beside both where there is room. */
function part(blocks: readonly Block[], anchors: Anchors): readonly string[] {
  return blocks.length === 0 ? [] : ['<div>', ...blocks.map((one) => block(one, anchors)), '</div>'];
}

function block(one: Block, anchors: Anchors): string {
  return renderBlock(RENDERERS, one, anchors);
}

function blocksHtml(blocks: readonly Block[], anchors: Anchors): string {
  return blocks.map((one) => block(one, anchors)).join('\n');
}

function headingHtml(one: Heading, anchors: Anchors): string {
  const { level, content } = one;
  const anchor = anchors.ofHeadings.get(one);
  const id = anchor === undefined ? '' : ` id="${escapeHtml(anchor)}"`;
  return `<h${level}${id}>${inlines(content, { ...anchors, ofThings: NOWHERE })}</h${level}>`;
}

/** What is about a thing does not lead to itself. */
const NOWHERE: Anchors['ofThings'] = new Map();

function itemHtml({ content, blocks }: ListItem, anchors: Anchors): string {
  return `<li>${[inlines(content, anchors), ...blocks.map((one) => block(one, anchors))].join('\n')}</li>`;
}

function tableHtml({ columns, rows }: Table, anchors: Anchors): string {
  const classes = columns.map(({ align }) =>
    align === undefined || align === 'left' ? '' : ` class="${align}"`,
  );
  const heads = columns.map(
    ({ title }, index) => `<th scope="col"${classes[index] ?? ''}>${inlines(title, anchors)}</th>`,
  );
  const body = rows.map((cells) => {
    const row = columns.map(
      (_, index) => `<td${classes[index] ?? ''}>${inlines(cells[index] ?? '', anchors)}</td>`,
    );
    return `<tr>${row.join('')}</tr>`;
  });
  return [
    '<div class="scroll"><table>',
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>`,
    '</table></div>',
  ].join('\n');
}

function contents(anchors: Anchors['ofHeadings']): readonly string[] {
  const listed = [...anchors].filter(([{ level }]) => level < 4);
  if (listed.length < 2) return [];
  const entries = listed.map(
    ([one, anchor]) =>
      `<li class="level-${one.level}"><a href="#${escapeHtml(anchor)}">${escapeHtml(oneLine(plain(one.content)))}</a></li>`,
  );
  return ['<nav aria-label="Contents">', '<ul>', ...entries, '</ul>', '</nav>'];
}

/** How far the page may go: at its head and foot; on paper, on every page. */
function marking({ marking: text }: Document): readonly string[] {
  if (text === undefined) return [];
  const level = tlpNamed(text)?.name;
  const names = ['marking', ...(level === undefined ? [] : [markingClass(level)])];
  return [`<p class="${names.join(' ')}">${escapeHtml(oneLine(text))}</p>`];
}

function footer(notices: readonly string[], anchors: Anchors): readonly string[] {
  if (notices.length === 0) return [];
  return ['<footer>', ...notices.map((notice) => `<p>${inlines(notice, anchors)}</p>`), '</footer>'];
}

function inlines(content: Content, anchors: Anchors): string {
  return pieces(content)
    .map((piece) => inline(piece, anchors))
    .join('')
    .trim();
}

/** Escaped and neutralised; spaces at the ends separate pieces and stand outside their marks. */
function inline(piece: Inline, anchors: Anchors): string {
  const given = plain(piece);
  const words = escapeHtml(withWholeShares(oneLine(given)));
  if (words === '') return given === '' ? '' : ' ';
  const [open, close] = marks(piece, words, anchors);
  return spacedLike(given, `${open}${withDates(words)}${close}`);
}

/** What stands before and behind the words of a piece. */
function marks(piece: Inline, words: string, { ofThings }: Anchors): readonly [open: string, close: string] {
  if (typeof piece === 'string') return ['', ''];
  if (piece.kind === 'link') return linkMarks(words, piece.address);
  if (piece.kind === 'jump') return [`<a href="#${escapeHtml(slug(piece.heading))}">`, '</a>'];
  if (piece.kind === 'reference') return referenceMarks(piece, ofThings.get(piece.text));
  return [`<${ELEMENTS[piece.kind]}>`, `</${ELEMENTS[piece.kind]}>`];
}

/** A day or a month. */
const DATE = /\b(?:19|20)\d{2}-(?:0[1-9]|1[0-2])(?:-\d{2})?\b/gu;

/** Browsers break dates at their hyphens, in narrow columns above all. */
function withDates(words: string): string {
  return words.replace(DATE, '<span class="date">$&</span>');
}

const ELEMENTS = { strong: 'strong', emphasis: 'em', code: 'code' } as const;

/** An id reads as text does; on paper it needs no address. */
function referenceMarks(
  { address = '' }: Reference,
  anchor: string | undefined,
): readonly [open: string, close: string] {
  if (anchor !== undefined) return [`<a class="id" href="#${escapeHtml(anchor)}">`, '</a>'];
  const target = webAddress(address);
  if (target === undefined) return ['', ''];
  return [`<a class="id" href="${escapeHtml(target)}" rel="noopener noreferrer">`, '</a>'];
}

/** A link that shows its own address needs none added on paper. */
function linkMarks(words: string, address: string): readonly [open: string, close: string] {
  const target = webAddress(address);
  if (target === undefined) return ['', ''];
  const href = escapeHtml(target);
  const bare = href === words ? ' class="bare"' : '';
  return [`<a href="${href}"${bare} rel="noopener noreferrer">`, '</a>'];
}

import {
  escapeHtml,
  escapeMarkdown,
  markdownCode,
  markdownFence,
  webAddress,
  manyLines,
  oneLine,
} from '../text/index.ts';
import { renderBlock, type BlockRenderers } from './block-renderers.ts';
import { keyNumberTable, type Block, type Document, type ListItem, type Table } from './document.ts';
import { slug } from './heading-anchors.ts';
import { pieces, plain, spacedLike, type Content, type Inline } from './inline.ts';

/**
 * A document as GitHub-flavoured Markdown, which CommonMark readers show too, tables apart. Text from outside is
 * escaped so that it shows as it is and can become no heading, link, image, HTML or table; bare addresses in it
 * stay text. Drawings appear as Mermaid diagrams where they have one. Ends with a line feed.
 */
export function documentMarkdown(document: Document): string {
  const { title, lead, leftOut, blocks, notices = [] } = document;
  const marking = document.marking === undefined ? [] : [[`**${escapeMarkdown(document.marking)}**`]];
  const parts: readonly Lines[] = [
    ...marking,
    [`# ${inlines(title)}`],
    ...(lead === undefined ? [] : [[inlines(lead)]]),
    ...(leftOut === undefined ? [] : [[`*${escapeMarkdown(leftOut)}*`]]),
    ...blocks.map(block),
    ...(notices.length === 0 ? [] : [['---'], ...notices.map((notice) => [inlines(notice)])]),
    ...marking,
  ];
  return `${separated(parts).join('\n')}\n`;
}

type Lines = readonly string[];

const RENDERERS: BlockRenderers<undefined, Lines> = {
  heading: ({ level, content }) => [`${'#'.repeat(level)} ${inlines(content)}`],
  paragraph: ({ content }) => [inlines(content)],
  list: ({ ordered, items }) => listLines(items, ordered),
  table: tableLines,
  'key-numbers': (numbers) => tableLines(keyNumberTable(numbers)),
  quote: ({ blocks }) => separated(blocks.map(block)).map((line) => `> ${line}`.trimEnd()),
  'code-block': ({ text, language }) => markdownFence(manyLines(text), language),
  figure: ({ drawing, caption }) =>
    separated([
      drawing.mermaid === undefined
        ? [inlines(drawing.description)]
        : markdownFence(drawing.mermaid.trimEnd().split('\n'), 'mermaid'),
      [inlines(caption)],
    ]),
  details: ({ summary, blocks }) =>
    separated([
      ['<details>', `<summary>${escapeHtml(oneLine(plain(summary)))}</summary>`],
      ...blocks.map(block),
      ['</details>'],
    ]),
};

function block(one: Block): Lines {
  return renderBlock(RENDERERS, one, undefined);
}

/** Parts with an empty line between them; empty parts are left out. */
function separated(parts: readonly Lines[]): Lines {
  return parts
    .filter((lines) => lines.some((line) => line !== ''))
    .flatMap((lines, index) => (index === 0 ? lines : [''].concat(lines)));
}

function listLines(items: readonly ListItem[], ordered: boolean): Lines {
  const loose = items.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'));
  const each = items.map((one, index) => itemLines(one, ordered ? `${index + 1}. ` : '- '));
  return loose ? separated(each) : each.flat();
}

function itemLines({ content, blocks }: ListItem, marker: string): Lines {
  const loose = blocks.some(({ kind }) => kind !== 'list');
  const under = blocks.map(block);
  const body = loose ? separated([[''], ...under]) : under.flat();
  const indent = ' '.repeat(marker.length);
  return [
    marker + inlines(content),
    ...(loose ? ['', ...body] : body).map((line) => (line === '' ? '' : indent + line)),
  ];
}

const RULE = { left: '---', right: '--:', center: ':-:' } as const;

function tableLines({ columns, rows }: Table): Lines {
  const row = (cells: Lines): string => `| ${cells.join(' | ')} |`;
  return [
    row(columns.map(({ title }) => inlines(title, true))),
    row(columns.map(({ align }) => RULE[align ?? 'left'])),
    ...rows.map((cells) => row(columns.map((_, index) => inlines(cells[index] ?? '', true)))),
  ];
}

/** Running text on one line. Neighbouring texts are joined before escaping, which looks at where a text starts and ends. */
function inlines(content: Content, inTable = false): string {
  return joinTexts(pieces(content))
    .map((piece, index, all) => inline(piece, all[index - 1], all[index + 1], inTable))
    .join('')
    .trim();
}

function joinTexts(all: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const given of all.filter((each) => plain(each) !== '')) {
    const piece = typeof given !== 'string' && given.kind === 'reference' ? given.text : given;
    const last = joined.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

function inline(
  piece: Inline,
  before: Inline | undefined,
  after: Inline | undefined,
  inTable: boolean,
): string {
  const given = plain(piece);
  const line = oneLine(given);
  if (line === '') return given === '' ? '' : ' ';
  return spacedLike(given, marked(piece, line, isTight(piece, before, after), inTable));
}

/** A piece with its marks. `line` is its text without spaces at the ends, which stand outside the marks. */
function marked(piece: Inline, line: string, tight: boolean, inTable: boolean): string {
  if (typeof piece === 'string' || piece.kind === 'reference') return escapeMarkdown(line);
  if (piece.kind === 'code') return markdownCode(line, inTable);
  if (piece.kind === 'link') return markdownLink(line, piece.address);
  if (piece.kind === 'jump') return `[${escapeMarkdown(line)}](#${slug(piece.heading)})`;
  return piece.kind === 'strong' ? starred(line, '**', 'strong', tight) : starred(line, '*', 'em', tight);
}

function markdownLink(line: string, address: string): string {
  const target = webAddress(address)?.replaceAll('|', '%7C');
  if (target === undefined) return escapeMarkdown(line);
  return target === line ? `<${target}>` : `[${escapeMarkdown(line)}](${target})`;
}

/** Bold or slanted text: between stars, or as the element itself where stars could be read otherwise. */
function starred(line: string, stars: string, element: string, tight: boolean): string {
  const shown = escapeMarkdown(line);
  return tight ? `<${element}>${shown}</${element}>` : stars + shown + stars;
}

/** Whether stars around a piece could be read with what it touches: a letter outside and punctuation within, or more stars. */
function isTight(piece: Inline, before: Inline | undefined, after: Inline | undefined): boolean {
  const given = plain(piece);
  const touching = [
    ...(/^\s/u.test(given) || endsOpen(before) ? [] : [before]),
    ...(/\s$/u.test(given) || startsOpen(after) ? [] : [after]),
  ];
  const isWord = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u.test(given.trim());
  return touching.length > 0 && (!isWord || touching.some((neighbour) => typeof neighbour !== 'string'));
}

function endsOpen(piece: Inline | undefined): boolean {
  return piece === undefined || /\s$/u.test(plain(piece));
}

function startsOpen(piece: Inline | undefined): boolean {
  if (piece === undefined || /^\s/u.test(plain(piece))) return true;
  return typeof piece === 'string' && /^[.,;:!?)]/u.test(piece);
}

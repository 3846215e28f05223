import { displayWidth, highest, manyLines, oneLine } from '../text/index.ts';
import {
  PLAIN_STYLE,
  lineWidth,
  paint,
  span,
  type Line,
  type Span,
  type Style,
  type StyleName,
} from './layout/style.ts';
import { tableLines } from './layout/table-lines.ts';
import { wrap, wrapWithin } from './layout/wrap.ts';
import { renderBlock, type BlockRenderers } from './block-renderers.ts';
import { keyNumberTable, type Block, type Document, type ListItem, type Table } from './document.ts';
import { pieces, plain, spacedLike, type Content, type Inline } from './inline.ts';

/** How wide a text is, and how its pieces look. */
export interface TextOptions {
  /** Columns to keep within; addresses and code alone may run over. Default 100. */
  readonly width?: number;
  /** Default: no colour. */
  readonly style?: Style;
}

/**
 * A document as text for a terminal or a mail: wrapped to the width, links followed by their addresses, drawings
 * by their descriptions. Text from outside is neutralised. Ends with a line feed.
 */
export function documentText(document: Document, options: TextOptions = {}): string {
  const { width = 100, style = PLAIN_STYLE } = options;
  const marking = document.marking === undefined ? [] : [[[span(oneLine(document.marking), 'warning')]]];
  const lines = separated([
    ...marking,
    underlined(spans(document.title), width, '═'),
    ...(document.lead === undefined ? [] : [wrap(spans(document.lead), width)]),
    ...(document.leftOut === undefined ? [] : [wrap([span(document.leftOut, 'warning')], width)]),
    ...document.blocks.map((one) => block(one, width)),
    ...(document.notices ?? []).map((notice) => wrap([span(oneLine(notice), 'muted')], width)),
  ]);
  return lines.map((line) => `${paint(line, style)}\n`).join('');
}

type Lines = readonly Line[];

/** One empty line. */
const NOTHING: Lines = [[]];

const RENDERERS: BlockRenderers<number, Lines> = {
  heading: ({ level, content }, width) =>
    level === 2
      ? [[], ...underlined(spans(content), width, '─')]
      : wrap(restyled(spans(content), 'heading'), width),
  paragraph: ({ content }, width) => wrap(spans(content), width),
  list: ({ ordered, items }, width) => {
    const markers = items.map((_, index) => (ordered ? `${index + 1}. ` : '• '));
    const each = items.map((one, index) => itemLines(one, markers[index] ?? '', width));
    return items.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'))
      ? separated(each)
      : each.flat();
  },
  table: tableText,
  'key-numbers': (numbers, width) => tableText(keyNumberTable(numbers), width),
  quote: ({ blocks }, width) => within(blocksLines(blocks, width - 2), '│ '),
  'code-block': ({ text }) => manyLines(text).map((line) => [span(`    ${line}`, 'code')]),
  figure: ({ drawing, caption }, width) =>
    separated([
      wrap(spans(drawing.description), width),
      plain(caption) === '' ? [] : wrap(restyled(spans(caption), 'muted'), width),
    ]),
  details: ({ summary, blocks }, width) =>
    separated([
      wrap(restyled(spans(summary), 'strong'), width),
      within(blocksLines(blocks, width - 2), '  '),
    ]),
};

function block(one: Block, width: number): Lines {
  return renderBlock(RENDERERS, one, width);
}

function blocksLines(blocks: readonly Block[], width: number): Lines {
  return separated(blocks.map((one) => block(one, width)));
}

function separated(parts: readonly Lines[]): Lines {
  return parts
    .filter((lines) => lines.length > 0)
    .flatMap((lines, index) => (index === 0 ? lines : NOTHING.concat(lines)));
}

function within(lines: Lines, prefix: string): Lines {
  return lines.map((line) => [span(prefix, 'muted')].concat(line));
}

function underlined(title: readonly Span[], width: number, stroke: string): Lines {
  const lines = wrap(restyled(title, 'heading'), width);
  const longest = highest(lines.map(lineWidth));
  return [...lines, [span(stroke.repeat(longest), 'muted')]];
}

function itemLines({ content, blocks }: ListItem, marker: string, width: number): Lines {
  const indent = ' '.repeat(displayWidth(marker));
  const under = blocks.map((one) => within(block(one, width - indent.length), indent));
  const tight = blocks.every(({ kind }) => kind === 'list');
  const first = wrapWithin(spans(content), width, marker, indent);
  return tight ? [...first, ...under.flat()] : separated([first, ...under]);
}

function tableText({ columns, rows }: Table, width: number): Lines {
  const heads = columns.map(({ title }) => restyled(spans(title), 'strong'));
  const cells = rows.map((row) => columns.map((_, index) => spans(row[index] ?? '')));
  const alignments = columns.map(({ align }) => align ?? 'left');
  return tableLines(heads, cells, alignments, width);
}

function spans(content: Content): readonly Span[] {
  return pieces(content).flatMap(inline);
}

const STYLES = { strong: 'strong', emphasis: 'emphasis', code: 'code', jump: 'strong' } as const;

function inline(piece: Inline): readonly Span[] {
  if (typeof piece === 'string') return [span(spacedLike(piece, oneLine(piece)))];
  const words = spacedLike(piece.text, oneLine(piece.text));
  if (piece.kind === 'reference') return [span(words)];
  if (piece.kind !== 'link') return [span(words, STYLES[piece.kind])];
  const address = oneLine(piece.address);
  return address === words ? [span(address, 'link')] : [span(`${words} `), span(address, 'link')];
}

function restyled(line: readonly Span[], style: StyleName): readonly Span[] {
  return line.map(({ text }) => span(text, style));
}

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
import { rowsAsLists, tableLines } from './layout/table-lines.ts';
import { WIDEST_PROSE, wrap, wrapWithin } from './layout/wrap.ts';
import { renderBlock, type BlockRenderers } from './block-renderers.ts';
import { keyNumberTable, type Block, type Document, type ListItem, type Table } from './document.ts';
import { pieces, plain, spacedLike, type Content, type Inline } from './inline.ts';

/** How wide a text is, and how its pieces look. */
export interface TextOptions {
  /** Columns to keep within; addresses and code alone may run over. Running text takes 120 at most. Default 100. */
  readonly width?: number;
  /** Default: no colour. */
  readonly style?: Style;
  /** Whether the notices stand at its end. Default true. */
  readonly hasNotices?: boolean;
}

/**
 * A document as text for a terminal or a mail: wrapped to the width, links followed by their addresses, drawings
 * by their descriptions. Text from outside is neutralised. Ends with a line feed.
 */
export function documentText(document: Document, options: TextOptions = {}): string {
  const { width = 100, style = PLAIN_STYLE, hasNotices = true } = options;
  const marking = document.marking === undefined ? [] : [[[span(oneLine(document.marking), 'warning')]]];
  const lines = separated([
    ...marking,
    underlined(spans(document.title), width, '═'),
    ...(document.lead === undefined ? [] : [prose(spans(document.lead), width)]),
    ...(document.leftOut === undefined ? [] : [prose([span(document.leftOut, 'warning')], width)]),
    ...document.blocks.map((one) => block(one, width)),
    ...(hasNotices ? (document.notices ?? []) : []).map((notice) =>
      prose([span(oneLine(notice), 'muted')], width),
    ),
  ]);
  return lines.map((line) => `${paint(line, style)}\n`).join('');
}

type Lines = readonly Line[];

function prose(text: readonly Span[], width: number): Lines {
  return wrap(text, Math.min(width, WIDEST_PROSE));
}

/** One empty line. */
const NOTHING: Lines = [[]];

const RENDERERS: BlockRenderers<number, Lines> = {
  heading: ({ level, content }, width) =>
    level === 2
      ? [[], ...underlined(spans(content), width, '─')]
      : wrap(restyled(spans(content), 'heading'), width),
  paragraph: ({ content }, width) => prose(spans(content), width),
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
      prose(spans(drawing.description), width),
      plain(caption) === '' ? [] : prose(restyled(spans(caption), 'muted'), width),
    ]),
  details: ({ summary, blocks }, width) =>
    separated([
      prose(restyled(spans(summary), 'strong'), width),
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
  const first = wrapWithin(spans(content), Math.min(width, WIDEST_PROSE), marker, indent);
  return tight ? [...first, ...under.flat()] : separated([first, ...under]);
}

/** Addresses that would leave too little room for words stand below, by numbers. */
function tableText({ columns, rows }: Table, width: number): Lines {
  const heads = columns.map(({ title }) => restyled(spans(title), 'strong'));
  const alignments = columns.map(({ align }) => align ?? 'left');
  const addresses = new Map<string, number>();
  const cellsWith = (made: (piece: Inline) => readonly Span[]): readonly (readonly (readonly Span[])[])[] =>
    rows.map((row) => columns.map((_, index) => pieces(row[index] ?? '').flatMap(made)));
  const whole = cellsWith(inline);
  const noted = cellsWith((piece) => numbered(piece, addresses));
  const unnoted = tableLines(heads, whole, alignments, width, addresses.size > 0);
  if (unnoted !== undefined) return unnoted;
  const lines = addresses.size === 0 ? undefined : tableLines(heads, noted, alignments, width);
  if (lines === undefined) return rowsAsLists(heads, whole, width);
  const notes = [...addresses].map(([address, number]): Line => [
    span(`[${number}] `, 'muted'),
    span(address, 'link'),
  ]);
  return separated([lines, notes]);
}

/** A piece with the number of its address in place of it. */
function numbered(piece: Inline, addresses: Map<string, number>): readonly Span[] {
  if (typeof piece === 'string' || piece.kind !== 'link') return inline(piece);
  const [words, address] = [oneLine(piece.text), oneLine(piece.address)];
  const number = addresses.get(address) ?? addresses.size + 1;
  addresses.set(address, number);
  return [...(address === words ? [] : [span(`${words} `)]), span(`[${number}]`, 'muted')];
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

import { defined, manyLines, oneLine } from '../../text/index.ts';
import { renderBlock, type BlockRenderers } from '../block-renderers.ts';
import type { Block, Document, Figure, Heading, KeyNumbers, List } from '../document.ts';
import { headingAnchors, sectionAnchors } from '../heading-anchors.ts';
import { pieces, plain, type Content, type Inline } from '../inline.ts';
import { tlpNamed } from '../../threat/index.ts';
import { drawingOf } from './drawing.ts';
import type { Fonts } from './fonts.ts';
import { clustersOf, Pen } from './pen.ts';
import { tableData, type TableData } from './table-data.ts';
import { FRAME } from './template.ts';
import type { Words } from './words.ts';

/** A document as the template takes it. Lengths are points. */
export interface PageData {
  readonly title: string;
  /** On the pages after the first. */
  readonly shortTitle: string;
  readonly lead: readonly Words[];
  readonly blocks: readonly BlockData[];
  /** How many blocks stand before the contents. */
  readonly contentsAt: number;
  /** How many headings the contents list, and down to which level. */
  readonly entries: number;
  readonly depth: number;
  /** Whether much is to stand on a page: what is broad on a screen is seen at a glance, and is on paper, too. */
  readonly dense: boolean;
  readonly notices: readonly Words[];
  /** On every page. */
  readonly shortNotice: string;
  readonly marking?: { readonly text: string; readonly color: string };
}

/** What the template makes of a block. */
export type BlockData =
  | {
      readonly kind: 'heading';
      readonly level: number;
      readonly outlined: boolean;
      readonly content: Words;
      /** What references to it name; absent where it is not listed. */
      readonly section?: string;
    }
  /** One that leads on stays with what follows. */
  | { readonly kind: 'paragraph'; readonly content: Words; readonly leadsOn: boolean }
  | { readonly kind: 'key-numbers'; readonly items: readonly KeyNumberData[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly spacing: number;
      readonly items: readonly ItemData[];
    }
  | TableData
  | { readonly kind: 'quote'; readonly blocks: readonly BlockData[] }
  | { readonly kind: 'details'; readonly summary: Words; readonly blocks: readonly BlockData[] }
  | { readonly kind: 'code-block'; readonly text: string }
  | {
      readonly kind: 'figure';
      readonly svg: string;
      readonly width: number;
      readonly height: number;
      readonly description: string;
      readonly caption?: Words;
    };

interface ItemData {
  readonly content: Words;
  readonly blocks: readonly BlockData[];
}

interface KeyNumberData {
  readonly number: Words;
  readonly what: Words;
}

/** Font sizes. */
const BODY = 10;
const LEAD = 11.5;
const HEADING = 14.5;
const CAPTION = 8.8;
const CODE = 8.4;
const SMALL = 7.5;

/** Numbers side by side, and the room between them; `TEMPLATE` has the same. */
const ACROSS = 4;
const BETWEEN = 14;
const KEY_NUMBER = 18;

/** What stands beside text within lists, quotes and details. */
const INDENT = 15;

/** Letters of the font for code are this broad at size 1. */
const CODE_LETTER = 0.6001;
const CODE_PADDING = 8;

/** Typst lays out no more than some ten blocks within each other, and reads no deeper data: what is deeper stands beside. */
const DEEPEST = 6;

/** Contents with more entries than this list the upper level only. */
const MOST_ENTRIES = 60;

/** A longer paragraph, in lines, says something of its own, and may stand apart from what follows. */
const MOST_LEAD_LINES = 3;

/** What a short paragraph before it leads to. */
const LED_TO: ReadonlySet<Block['kind']> = new Set(['table', 'list', 'figure', 'code-block']);

/** Where blocks stand. */
interface Setting {
  readonly pen: Pen;
  readonly width: number;
  /** How many blocks they stand within. */
  readonly depth: number;
  /** Whether much is to stand on a page. */
  readonly isDense: boolean;
  readonly anchors: ReadonlyMap<Heading, string>;
  /** The level of the last heading. */
  readonly outline: { level: number };
}

/** Everything that the template needs to know of a document. */
export function pageData(document: Document, fonts: Fonts): PageData {
  const { title, lead, leftOut, blocks, contentsAt = 0, isWide = false, notices = [], marking } = document;
  const anchors = headingAnchors(blocks);
  const pen = new Pen(fonts, sectionAnchors(anchors));
  const setting: Setting = {
    pen,
    width: FRAME.width,
    depth: 0,
    isDense: isWide,
    anchors,
    outline: { level: 0 },
  };
  const words = (content: Content, size: number): Words => set(content, size, setting);
  const before = blocksData(blocks.slice(0, contentsAt), setting);
  const after = blocksData(blocks.slice(contentsAt), setting);
  const listed = blocks.filter((block) => block.kind === 'heading' && block.level < 4);
  const isLong = listed.length > MOST_ENTRIES;
  return {
    title: pen.shown(oneLine(title)) || 'Untitled',
    shortTitle: pen.shortened(title, SMALL, FRAME.width - 110),
    lead: [lead, leftOut].flatMap((content) => (content === undefined ? [] : [words(content, LEAD)])),
    blocks: [...before, ...after],
    contentsAt: before.length,
    dense: isWide,
    entries: document.hasContents === false ? 0 : listed.length,
    depth: isLong ? 1 : 2,
    shortNotice: pen.shortened(notices[0] ?? '', SMALL, 1.9 * (FRAME.width - 190)),
    ...(marking === undefined ? {} : { marking: markingData(marking, pen) }),
    // Last, when all characters have been met.
    notices: [...notices, ...sayMissing(pen.missing)].map((notice) => words(notice, SMALL)),
  };
}

/** Running text that has no word which the width cannot hold. */
function set(content: Content, size: number, { pen, width }: Pick<Setting, 'pen' | 'width'>): Words {
  return pen.broken(pen.words(content), width / size);
}

function markingData(marking: string, pen: Pen): { readonly text: string; readonly color: string } {
  const level = tlpNamed(marking);
  return { text: pen.shown(oneLine(marking)), color: level?.color ?? '#ffffff' };
}

function blocksData(blocks: readonly Block[], setting: Setting): readonly BlockData[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'paragraph') return renderBlock(RENDERERS, block, setting);
    return paragraphData(block.content, setting, LED_TO.has(blocks[index + 1]?.kind ?? 'heading'));
  });
}

const RENDERERS: BlockRenderers<Setting, readonly BlockData[]> = {
  heading: headingData,
  paragraph: ({ content }, setting) => paragraphData(content, setting),
  list: listData,
  table: (block, { pen, width, isDense }) => tableData(block, width, pen, isDense),
  'key-numbers': keyNumbersData,
  quote: ({ blocks }, setting) =>
    isDeep(setting)
      ? blocksData(blocks, setting)
      : [{ kind: 'quote', blocks: blocksData(blocks, inner(setting)) }],
  details: ({ summary, blocks }, setting) => {
    if (isDeep(setting)) return [...paragraphData(summary, setting, true), ...blocksData(blocks, setting)];
    const within = inner(setting);
    return [{ kind: 'details', summary: set(summary, BODY, within), blocks: blocksData(blocks, within) }];
  },
  'code-block': ({ text }, { pen, width }) => [
    {
      kind: 'code-block',
      text: manyLines(text)
        .flatMap((line) => codeLines(pen.shown(line), width))
        .join('\n'),
    },
  ],
  figure: figureData,
};

function keyNumbersData({ items }: KeyNumbers, setting: Setting): readonly BlockData[] {
  const { pen, width } = setting;
  const within = { pen, width: (width - (ACROSS - 1) * BETWEEN) / ACROSS };
  const data = items.map(({ number, what }) => ({
    number: set(number, KEY_NUMBER, within),
    what: set(what, CAPTION, within),
  }));
  return data.length === 0 ? [] : [{ kind: 'key-numbers', items: data }];
}

function isDeep({ depth }: Setting): boolean {
  return depth >= DEEPEST;
}

function inner(setting: Setting): Setting {
  return { ...setting, depth: setting.depth + 1, width: setting.width - INDENT };
}

/** Levels go down one by one, as PDF/UA wants it; a heading without words is none. */
function headingData(one: Heading, setting: Setting): readonly BlockData[] {
  const { level, content } = one;
  // What is about a thing does not lead to itself.
  const words = set(pieces(content).map(withoutReference), HEADING, setting);
  if (words.pieces.length === 0) return [];
  const { outline, depth, anchors } = setting;
  const section = anchors.get(one);
  outline.level = Math.min(level - 1, outline.level + 1);
  return [
    { kind: 'heading', level: outline.level, outlined: depth === 0, content: words, ...defined({ section }) },
  ];
}

function withoutReference(piece: Inline): Inline {
  return typeof piece !== 'string' && piece.kind === 'reference' ? piece.text : piece;
}

function paragraphData(content: Content, setting: Setting, isBeforeLedTo = false): readonly BlockData[] {
  const words = set(content, BODY, setting);
  if (words.pieces.length === 0) return [];
  const isShort = setting.pen.measured(words).whole * BODY < MOST_LEAD_LINES * setting.width;
  return [{ kind: 'paragraph', content: words, leadsOn: isBeforeLedTo && isShort }];
}

function listData({ ordered, items }: List, setting: Setting): readonly BlockData[] {
  if (isDeep(setting))
    return items.flatMap(({ content, blocks }) => [
      ...paragraphData(content, setting),
      ...blocksData(blocks, setting),
    ]);
  const within = inner(setting);
  const isLoose = items.some(({ blocks }) => blocks.some(({ kind }) => kind !== 'list'));
  return [
    {
      kind: 'list',
      ordered,
      spacing: isLoose ? 11 : 7,
      items: items.map(({ content, blocks }) => ({
        content: set(content, BODY, within),
        blocks: blocksData(blocks, within),
      })),
    },
  ];
}

/** Code does not flow: a line that is too long goes on on the next. */
function codeLines(line: string, width: number): readonly string[] {
  const letters = Math.max(1, Math.floor((width - 2 * CODE_PADDING) / (CODE * CODE_LETTER)));
  if (line.length <= letters) return [line];
  const clusters = clustersOf(line);
  return Array.from({ length: Math.ceil(clusters.length / letters) }, (_, index) =>
    clusters.slice(index * letters, (index + 1) * letters).join(''),
  );
}

/** A drawing with its caption; where it cannot be drawn, what it shows in words. */
function figureData({ drawing, caption }: Figure, setting: Setting): readonly BlockData[] {
  const { pen, width } = setting;
  const drawn = drawingOf(drawing.svg, width, (text) => pen.shown(text));
  if (drawn === undefined)
    return [...paragraphData(drawing.description, setting), ...paragraphData(caption, setting)];
  const words = set(caption, CAPTION, setting);
  return [
    {
      kind: 'figure',
      ...drawn,
      description: oneLine(drawing.description) || oneLine(plain(caption)) || 'A drawing',
      ...(words.pieces.length === 0 ? {} : { caption: words }),
    },
  ];
}

/** Code points listed before the rest is only counted. */
const MOST_LISTED = 40;

function sayMissing(missing: ReadonlySet<string>): readonly string[] {
  if (missing.size === 0) return [];
  const codes = Array.from(missing, (character) => character.codePointAt(0) ?? 0).toSorted((a, b) => a - b);
  const listed = codes
    .slice(0, MOST_LISTED)
    .map((code) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
  const more = codes.length > MOST_LISTED ? ` and ${codes.length - MOST_LISTED} more` : '';
  return [
    `□ stands for characters that the font of this document does not have: ${listed.join(', ')}${more}. ` +
      'The HTML form of the document shows them.',
  ];
}

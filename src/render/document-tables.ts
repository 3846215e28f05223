import { groupedBy } from '../text/index.ts';
import { renderBlock, type BlockRenderers } from './block-renderers.ts';
import { share, type CsvValue } from './csv.ts';
import type { DataTable } from './data-table.ts';
import { keyNumberTable, type Block, type Document, type Table } from './document.ts';
import { link, pieces, plain, reference, type Content, type Inline, type Link } from './inline.ts';

/** A table of a document, and the headings that it stands under. */
interface Placed {
  readonly chapter: string;
  readonly section: string;
  readonly table: Table;
}

/**
 * The tables of a document for spreadsheets, in its order. Those with the same heads are one, whose first column says where in the
 * document each row stands. What reads as a number or as a share is one.
 */
export function documentTables({ title, blocks }: Document): readonly DataTable[] {
  const placed = blocksTables(blocks, { chapter: title, section: title });
  return [...groupedBy(placed, ({ table }) => JSON.stringify(headsOf(table))).values()].map(joined);
}

/** The headings above a block; those that follow change it. */
interface Place {
  chapter: string;
  section: string;
}

const TABLES: BlockRenderers<Place, readonly Placed[]> = {
  heading: ({ level, content }, place) => {
    place.section = plain(content);
    if (level === 2) place.chapter = place.section;
    return [];
  },
  paragraph: () => [],
  list: ({ items }, place) => items.flatMap(({ blocks }) => blocksTables(blocks, place)),
  table: (table, place) => [{ ...place, table }],
  'key-numbers': (numbers, place) => [{ ...place, table: keyNumberTable(numbers) }],
  quote: ({ blocks }, place) => blocksTables(blocks, place),
  'code-block': () => [],
  figure: () => [],
  details: ({ summary, blocks }, { chapter }) => blocksTables(blocks, { chapter, section: plain(summary) }),
};

function blocksTables(blocks: readonly Block[], place: Place): readonly Placed[] {
  return blocks.flatMap((block) => renderBlock(TABLES, block, place));
}

/** A column without a head names what the other has the value of. */
function headsOf({ columns }: Table): readonly string[] {
  return columns.map(({ title }, index) => title || (index === 0 ? 'Field' : 'Value'));
}

function joined(placed: readonly Placed[]): DataTable {
  const isOne = placed.length === 1;
  const heads = placed[0] === undefined ? [] : headsOf(placed[0].table);
  const rows = placed.flatMap(({ chapter, section, table: { columns, rows: given } }) => {
    const where = isOne ? [] : [chapter === section ? section : `${chapter}: ${section}`];
    return given.map((row) => [
      ...where,
      ...columns.map(({ align }, index) => cellOf(row[index] ?? '', align === 'right')),
    ]);
  });
  return { name: nameOf(placed, heads), heads: isOne ? heads : ['Section', ...heads], rows };
}

/** The heading that all of them have, else the head of their first column of words. */
function nameOf(placed: readonly Placed[], heads: readonly string[]): string {
  const common = (headingOf: (each: Placed) => string): string | undefined => {
    const [only, ...others] = new Set(placed.map((each) => withoutCount(headingOf(each))));
    return others.length === 0 ? only : undefined;
  };
  return (
    common(({ section }) => section) ??
    common(({ chapter }) => chapter) ??
    heads.find((head) => /\p{L}/u.test(head)) ??
    ''
  );
}

/** `Added (3)` → `Added` */
function withoutCount(title: string): string {
  return title.replace(/ \([\d,]+\)$/u, '');
}

const NUMBER = /^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;
const SHARE = /^(-?\d+(?:\.\d+)?)\s?%$/u;

function cellOf(content: Content, isNumber: boolean): CsvValue {
  const text = plain(content).trim();
  const shown = SHARE.exec(text)?.[1];
  // Six decimals: dividing leaves more than was shown.
  if (shown !== undefined) return share(Number((Number(shown) / 100).toFixed(6)));
  if (isNumber && NUMBER.test(text)) return Number(text.replaceAll(',', ''));
  const [first] = pieces(content);
  if (typeof first === 'object' && first.kind === 'reference') return reference(text, first.address);
  const found = pieces(content).find(isLink);
  return found === undefined ? text : link(text, found.address);
}

function isLink(piece: Inline): piece is Link {
  return typeof piece === 'object' && piece.kind === 'link';
}

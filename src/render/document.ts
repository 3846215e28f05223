import { pieces, type Content, type Inline } from './inline.ts';

/**
 * A report before it has a form: {@link documentMarkdown}, {@link documentHtml} and {@link documentText} give it one.
 * Every string in it is text; no string is ever read as markup.
 */
export interface Document {
  readonly title: string;
  /** A sentence or two under the title: what this is and what it was made from. */
  readonly lead?: Content;
  readonly blocks: readonly Block[];
  /** How many of the blocks stand before the contents where the form has pages, such as an answer in short. Default none. */
  readonly contentsAt?: number;
  /** Whether contents are listed where there are several headings. Default true; false where all is seen at a glance. */
  readonly hasContents?: boolean;
  /** Whether pages on a screen are broader than running text is set, for pictures and tables. Default false. */
  readonly isWide?: boolean;
  /** Copyright and licence statements of the sources quoted; stand at the end. Default none. */
  readonly notices?: readonly string[];
  /** How far it may go, e.g. `TLP:AMBER`; stands at its head and foot, and on every page. Absent where it bears no marking. */
  readonly marking?: string;
  /** What is left out of it because it may not go as far; stands under the title. */
  readonly leftOut?: string;
}

/** The kinds of block; each form renders every one. */
export interface BlockKinds {
  readonly heading: Heading;
  readonly paragraph: Paragraph;
  readonly list: List;
  readonly table: Table;
  readonly 'key-numbers': KeyNumbers;
  readonly quote: Quote;
  readonly 'code-block': CodeBlock;
  readonly figure: Figure;
  readonly details: Details;
}

/** A block of any of these kinds; by default any block. */
export type Block<Kind extends keyof BlockKinds = keyof BlockKinds> = {
  [Each in Kind]: BlockKinds[Each] & { readonly kind: Each };
}[Kind];

/** A heading within a document. */
export interface Heading {
  readonly kind: 'heading';
  /** 2 and 3 appear in the table of contents; the title is 1. */
  readonly level: 2 | 3 | 4;
  readonly content: Content;
}

/** Running text that stands by itself. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: Content;
}

/** Items with bullets, or numbered where `ordered`. */
export interface List {
  readonly kind: 'list';
  readonly ordered: boolean;
  readonly items: readonly ListItem[];
}

/** An item of a list. */
export interface ListItem {
  readonly kind: 'item';
  readonly content: Content;
  /** What stands under the item's first line, e.g. a list of its own. */
  readonly blocks: readonly Block[];
}

/** Rows and columns of running text. */
export interface Table {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A cell for each column; missing ones are empty. */
  readonly rows: readonly (readonly Content[])[];
}

/** A column of a table: its head, and on which side its cells stand. */
export interface Column {
  readonly title: string;
  /** Default left; numbers read best to the right. */
  readonly align?: 'left' | 'right' | 'center';
}

/** The few numbers that it all comes to, side by side where there is room; a table where there are only letters. */
export interface KeyNumbers {
  readonly kind: 'key-numbers';
  readonly items: readonly KeyNumber[];
}

/** A number, as it is to be read, and what it counts. */
export interface KeyNumber {
  readonly number: Content;
  readonly what: Content;
}

/** Blocks in the words of somebody else. */
export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

/** Text to be read letter by letter, lines and spaces kept. */
export interface CodeBlock {
  readonly kind: 'code-block';
  readonly text: string;
  /** For highlighting, e.g. `json`; empty for none. */
  readonly language: string;
}

/** A drawing. HTML shows it, Markdown its Mermaid source where there is one, a terminal its description. */
export interface Figure {
  readonly kind: 'figure';
  readonly drawing: Drawing;
  readonly caption: Content;
}

/** An SVG drawing made by this package, with what stands in for it where none can be shown. */
export interface Drawing {
  /**
   * A whole `<svg>` element. The one string in a document that is markup: it must come from a renderer of this
   * package (`explanationSvg`), which escapes what it draws.
   */
  readonly svg: string;
  /** What it shows, in words. */
  readonly description: string;
  /** The same as a Mermaid diagram. */
  readonly mermaid?: string;
}

/** Blocks under a line that opens them; printed open. */
export interface Details {
  readonly kind: 'details';
  readonly summary: Content;
  readonly blocks: readonly Block[];
}

/** A heading of level 2, 3 or 4. */
export const heading = (level: Heading['level'], ...content: readonly Content[]): Heading => ({
  kind: 'heading',
  level,
  content: content.flatMap(pieces),
});

/** A paragraph of pieces of running text. */
export const paragraph = (...content: readonly Content[]): Paragraph => ({
  kind: 'paragraph',
  content: content.flatMap(pieces),
});

/** A list with bullets. Items are running text, or {@link item}s where something stands under them. */
export const bullets = (items: readonly (Content | ListItem)[]): List => list(items, false);

/** A numbered list. */
export const numbered = (items: readonly (Content | ListItem)[]): List => list(items, true);

/** A list item with blocks under it. */
export const item = (content: Content, ...blocks: readonly Block[]): ListItem => ({
  kind: 'item',
  content,
  blocks,
});

/** A table; a column given as text is aligned left. */
export const table = (columns: readonly (string | Column)[], rows: Table['rows']): Table => ({
  kind: 'table',
  columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
  rows,
});

/** The few numbers that it all comes to. */
export const keyNumbers = (items: readonly KeyNumber[]): KeyNumbers => ({ kind: 'key-numbers', items });

/** The same as a table, for forms without large letters. */
export const keyNumberTable = ({ items }: KeyNumbers): Table =>
  table(
    [{ title: 'Number', align: 'right' }, 'What it counts'],
    items.map(({ number, what }) => [number, what]),
  );

/** Blocks in the words of somebody else. */
export const quote = (...blocks: readonly Block[]): Quote => ({ kind: 'quote', blocks });

/** Lines to be read letter by letter; no language by default. */
export const codeBlock = (text: string, language: string = ''): CodeBlock => ({
  kind: 'code-block',
  text,
  language,
});

/** A drawing with its caption. */
export const figure = (drawing: Drawing, ...caption: readonly Inline[]): Figure => ({
  kind: 'figure',
  drawing,
  caption,
});

/** Blocks under a line that opens them. */
export const details = (summary: Content, ...blocks: readonly Block[]): Details => ({
  kind: 'details',
  summary,
  blocks,
});

function list(items: readonly (Content | ListItem)[], ordered: boolean): List {
  return { kind: 'list', ordered, items: items.map((each) => (isItem(each) ? each : item(each))) };
}

function isItem(value: Content | ListItem): value is ListItem {
  return typeof value === 'object' && 'kind' in value && value.kind === 'item';
}

import { getDocumentProxy } from 'unpdf';

/** What a reader finds in a PDF. */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  /** What each page says, in reading order, without titles, page numbers and heads that come again. */
  readonly pages: readonly string[];
  /** The same of decoration only. */
  readonly decoration: readonly string[];
  /** Web addresses that links lead to, page by page. */
  readonly links: readonly string[];
  /** How many links lead to a place of the same file. */
  readonly inner: number;
  readonly bookmarks: readonly Bookmark[];
  /** Kinds of the elements of the structure tree, page by page, each once. */
  readonly elements: ReadonlySet<string>;
  /** Where the text of each page begins and ends, in whole points from its left edge. */
  readonly edges: readonly { readonly left: number; readonly right: number }[];
  /** What stands in for pictures. */
  readonly alternatives: readonly string[];
}

export interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

/** Reads a PDF with another program than the one that wrote it: Mozilla's pdf.js. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  try {
    const pages = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, index) => await readPage(await pdf.getPage(index + 1))),
    );
    const { info } = await pdf.getMetadata();
    const properties = info as { readonly Title?: string; readonly Language?: string };
    return {
      title: properties.Title ?? '',
      language: properties.Language ?? '',
      pages: pages.map(({ said }) => said),
      decoration: pages.map(({ decoration }) => decoration),
      links: pages.flatMap(({ links }) => links),
      inner: pages.reduce((sum, { inner }) => sum + inner, 0),
      bookmarks: ((await pdf.getOutline()) ?? []).map(bookmarkOf),
      elements: new Set(pages.flatMap(({ elements }) => elements.map(({ role }) => role))),
      edges: pages.map(({ edge }) => edge),
      alternatives: pages.flatMap(({ elements }) => elements.flatMap(({ alt }) => alt ?? [])),
    };
  } finally {
    await pdf.destroy();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

interface Element {
  readonly role: string;
  readonly alt?: string;
  readonly children?: readonly Element[];
}

async function readPage(page: Page) {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const { said, decoration, edge } = textOf(items);
  const annotations = (await page.getAnnotations()) as readonly {
    readonly unsafeUrl?: string;
    readonly dest?: unknown;
  }[];
  const tree = (await page.getStructTree()) as Element | null;
  return {
    said,
    decoration,
    edge,
    links: annotations.flatMap(({ unsafeUrl }) => unsafeUrl ?? []),
    inner: annotations.filter(({ dest }) => dest !== undefined && dest !== null).length,
    elements: tree === null ? [] : withDescendants(tree),
  };
}

type Item = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

/** What the text of a page says, and where it begins and ends; what it says beside it. */
function textOf(items: readonly Item[]): {
  said: string;
  decoration: string;
  edge: { left: number; right: number };
} {
  const found = { said: '', decoration: '', edge: { left: Infinity, right: -Infinity } };
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item) {
      const isDecoration = open.includes(true);
      found[isDecoration ? 'decoration' : 'said'] += item.str + (item.hasEOL ? '\n' : '');
      if (isDecoration || item.str.trim() === '') continue;
      const left = Number(item.transform[4]);
      found.edge.left = Math.min(found.edge.left, Math.floor(left));
      found.edge.right = Math.max(found.edge.right, Math.floor(left + item.width));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { readonly tag?: string }).tag === 'Artifact');
  }
  return found;
}

function withDescendants(element: Element): readonly Element[] {
  return 'role' in element ? [element, ...(element.children ?? []).flatMap(withDescendants)] : [];
}

function bookmarkOf({ title, items }: Bookmark): Bookmark {
  return { title, items: items.map(bookmarkOf) };
}

/** Text without any white space: where lines and pages end is no part of it. */
export function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}

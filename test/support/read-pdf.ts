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
  const { said, decoration } = textOf((await page.getTextContent({ includeMarkedContent: true })).items);
  const annotations = (await page.getAnnotations()) as readonly {
    readonly unsafeUrl?: string;
    readonly dest?: unknown;
  }[];
  const tree = (await page.getStructTree()) as Element | null;
  return {
    said,
    decoration,
    links: annotations.flatMap(({ unsafeUrl }) => unsafeUrl ?? []),
    inner: annotations.filter(({ dest }) => dest !== undefined && dest !== null).length,
    elements: tree === null ? [] : withDescendants(tree),
  };
}

type Item = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

function textOf(items: readonly Item[]): { readonly said: string; readonly decoration: string } {
  const found = { said: '', decoration: '' };
  const open: boolean[] = [];
  for (const item of items) {
    if ('str' in item)
      found[open.includes(true) ? 'decoration' : 'said'] += item.str + (item.hasEOL ? '\n' : '');
    else if (item.type === 'endMarkedContent') open.pop();
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

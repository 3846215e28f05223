import type { DocumentLimits } from '../document-limits.ts';
import { tooMuch } from '../refusals.ts';
import { loadPackage } from '../load-package.ts';

/** What is used of a node of HTML. */
export interface HtmlNode {
  /** 1: an element, 3: text. */
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  getAttribute(name: string): string | null;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement;
  /** Whether it is so large, or so deep, that looking for its article would take minutes. */
  readonly isVast: boolean;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

/** What is no text, and may be large: it is cut out before anything looks at it. Scripts are never run; data of JSON-LD stays. */
const UNREAD =
  /<!--[^]*?(?:-->|$)|<(script|style|svg|template|noscript)\b(?![^>]{0,400}ld\+json)[^>]*>(?:[^]*?<\/\1\s*>|[^]*$)/giu;
/** Pictures within attributes. */
const DATA = /(["'(])data:[^"')]{100,}/giu;

/** Elements that end by themselves. */
const SELF_ENDING = new Set(
  'area base br col embed hr img input link meta source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup'.split(
    ' ',
  ),
);

/**
 * HTML as a document, within limits: the time to read it grows with the square of its depth.
 *
 * @throws FoeprintError A470, A474
 */
export async function openHtml(html: string, file: string, limits: DocumentLimits): Promise<HtmlDocument> {
  const shorter = html.replace(UNREAD, ' ').replace(DATA, '$1data:');
  if (shorter.length > 2 * limits.maximumCharacters)
    throw tooMuch('more HTML', `${String(2 * limits.maximumCharacters)} characters`, file);
  const isVast = vastOrRefused(shorter, file, limits);
  const { parseHTML } = await loadPackage('linkedom', async () => await import('linkedom'));
  const bare = shorter.replace(/^\s*(?:<\?xml[^>]*>\s*)?<!doctype[^>]*>/iu, '');
  // Its types are those of the DOM, which this project does not have. An element around all of it is there whatever it holds.
  const { document }: { document: Omit<HtmlDocument, 'isVast'> } = parseHTML(
    `<html><body>${bare}</body></html>`,
  );
  return Object.assign(document, { isVast });
}

/** Tags and levels up to which an article is looked for: pages have some thousand tags, and some dozen levels. */
const USUAL = { tags: 30_000, depth: 100 };

function vastOrRefused(html: string, file: string, { maximumTags, maximumDepth }: DocumentLimits): boolean {
  let [tags, depth, deepest] = [0, 0, 0];
  for (const [, end, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/giu)) {
    if (++tags > maximumTags) throw tooMuch('more tags', String(maximumTags), file);
    if (SELF_ENDING.has(name.toLowerCase())) continue;
    depth = Math.max(0, depth + (end === '' ? 1 : -1));
    deepest = Math.max(deepest, depth);
    if (depth > maximumDepth) throw tooMuch('elements nested deeper', `${String(maximumDepth)} levels`, file);
  }
  return tags > USUAL.tags || deepest > USUAL.depth;
}

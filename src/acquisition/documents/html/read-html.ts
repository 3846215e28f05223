import { defined, isMapping, parsedJson, webAddress } from '../../../text/index.ts';
import { cleanLine } from '../clean-text.ts';
import type { DocumentInput, DocumentParts } from '../document-format.ts';
import { openHtml, type HtmlDocument, type HtmlNode } from './html-document.ts';
import { linesOfHtml } from './html-text.ts';
import { loadPackage } from '../load-package.ts';
import { dateIn, primaryLanguage } from '../stated.ts';

/** The article of a web page, all its text, and what the page states of itself. Nothing of it is run or fetched. */
export async function readHtml(html: string, { file, limits }: DocumentInput): Promise<DocumentParts> {
  const document = await openHtml(html, file, limits);
  const stated = statedBy(document);
  const full = linesOfHtml(document.documentElement);
  const article = document.isVast ? undefined : await articleOf(document);
  const text = article === undefined ? full : linesOfHtml(article);
  return { ...stated, text, ...(text === full ? {} : { full }) };
}

/** The element that has the article; undefined where none can be made out. */
async function articleOf(document: HtmlDocument): Promise<HtmlNode | undefined> {
  const { Readability } = await loadPackage(
    '@mozilla/readability',
    async () => await import('@mozilla/readability'),
  );
  // Its type is that of the DOM, of which linkedom has what it needs; it changes what it is given.
  const reader = new Readability<HtmlNode>(document, {
    serializer: (node: HtmlNode) => node,
  });
  try {
    return reader.parse()?.content ?? undefined;
  } catch {
    return undefined;
  }
}

function statedBy(document: HtmlDocument): Omit<DocumentParts, 'text'> {
  const meta = (...names: readonly string[]): string | undefined =>
    names
      .map((name) =>
        cleanLine(
          document.querySelector(`meta[property="${name}"],meta[name="${name}"]`)?.getAttribute('content'),
        ),
      )
      .find((content) => content !== undefined);
  const data = linkedData(document);
  // `Title | Publisher`, as pages are called where they stand among others.
  const [named, ...others] = cleanLine(document.querySelector('title')?.textContent)?.split(' | ') ?? [];
  const time = document.querySelector('article time[datetime],main time[datetime],time[datetime]');
  const address =
    meta('og:url') ?? document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return defined({
    title:
      meta('og:title', 'citation_title', 'dc.title', 'DC.title') ??
      textIn(data, 'headline') ??
      named ??
      cleanLine(document.querySelector('h1')?.textContent),
    publisher:
      meta('og:site_name', 'citation_publisher', 'dc.publisher', 'DC.publisher') ??
      textIn(data, 'publisher') ??
      others.at(-1),
    date: dateIn(
      meta(
        'article:published_time',
        'citation_publication_date',
        'dc.date',
        'DC.date',
        'dcterms.created',
        'date',
        'pubdate',
      ) ??
        textIn(data, 'datePublished') ??
        time?.getAttribute('datetime') ??
        '',
    ),
    language: primaryLanguage(
      document.querySelector('html[lang]')?.getAttribute('lang') ?? meta('og:locale'),
    ),
    url: webAddress(address),
  });
}

/** Objects of JSON-LD that say something of an article. */
function linkedData(document: HtmlDocument): readonly Readonly<Record<string, unknown>>[] {
  return [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    const parsed = parsedJson(script.textContent ?? '');
    const graph = isMapping(parsed) ? (parsed['@graph'] ?? parsed) : parsed;
    return [graph].flat().filter((each) => isMapping(each));
  });
}

/** A text of the first object that has it; of an object its name. */
function textIn(objects: readonly Readonly<Record<string, unknown>>[], field: string): string | undefined {
  for (const object of objects) {
    const value = object[field];
    const text = isMapping(value) ? value['name'] : value;
    if (typeof text === 'string') return cleanLine(text);
  }
  return undefined;
}

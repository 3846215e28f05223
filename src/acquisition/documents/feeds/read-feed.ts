import { defined, webAddress } from '../../../text/index.ts';
import { refusal } from '../../issues.ts';
import { parseJson } from '../../json/parse-json.ts';
import { cleanLine } from '../clean-text.ts';
import { decodeText } from '../decode-text.ts';
import { DOCUMENT_LIMITS, type DocumentLimits } from '../document-limits.ts';
import { refuseSize } from '../refusals.ts';
import type { AboutDocument } from '../read-report-file.ts';
import { dateIn } from '../stated.ts';
import { jsonFeed } from './json-feed.ts';
import { xmlFeed } from './xml-feed.ts';

/** A feed, as its publisher sends it. */
export interface Feed {
  readonly title: string;
  /** In its order, which is mostly the newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  /** What its publisher calls it, the same as long as it is the same entry; else its address or title. */
  readonly id: string;
  readonly title: string;
  readonly url?: string;
  /** When it was published, as precisely as the feed states: `2020-10-28`. */
  readonly date?: string;
  /** A few words of it; as given, often HTML. */
  readonly summary?: string;
  /** All of it, where the feed has that; as given, often HTML. */
  readonly content?: string;
}

/** What formats of feeds have in common, as given. */
export interface GivenFeed {
  readonly title: string | undefined;
  readonly entries: readonly { readonly [Field in keyof FeedEntry]?: string | undefined }[];
}

/**
 * The entries of a feed in RSS (0.9 to 2.0), Atom or JSON Feed. Entities that a document declares are not expanded; addresses that are
 * not of the web are left out, and so are entries that have neither title nor address.
 *
 * @throws FoeprintError A404 to A414, A473, A474, A477
 */
export function readFeed(
  bytes: Buffer,
  { name: file, mediaType = '', limits = DOCUMENT_LIMITS }: AboutDocument,
): Feed {
  refuseSize(bytes, file, limits);
  const { title, entries } = givenFeed(bytes, file, mediaType, limits);
  return {
    title: cleanLine(title) ?? file,
    entries: entries.flatMap((given) => {
      const url = absolute(given.url, file);
      const named = cleanLine(given.title) ?? url;
      if (named === undefined) return [];
      const rest = {
        url,
        date: dateIn(given.date ?? ''),
        summary: given.summary || undefined,
        content: given.content || undefined,
      };
      return [{ id: cleanLine(given.id) ?? url ?? named, title: named, ...defined(rest) }];
    }),
  };
}

function givenFeed(bytes: Buffer, file: string, mediaType: string, limits: DocumentLimits): GivenFeed {
  const { text } = decodeText(bytes, file, mediaType);
  const feed = /^\s*[{[]/u.test(text)
    ? jsonFeed(parseJson(bytes, file))
    : /^\s*<(?!!doctype html|html)/iu.test(text)
      ? xmlFeed(text, file, limits)
      : undefined;
  if (feed === undefined)
    throw refusal('unreadable-format', 'It is no feed: neither RSS, Atom nor JSON Feed.', { file });
  return feed;
}

/** An address of the web, also where it is given as seen from the feed. */
function absolute(given: string | undefined, feed: string): string | undefined {
  const address = given?.trim() ?? '';
  if (address === '') return undefined;
  const base = webAddress(feed);
  return webAddress(URL.canParse(address, base) ? new URL(address, base).href : address);
}

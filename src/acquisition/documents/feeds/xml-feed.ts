import { parseXml, XmlElement } from '@rgrove/parse-xml';
import type { DocumentLimits } from '../document-limits.ts';
import { damaged, refuseManyTags, tooMuch } from '../refusals.ts';
import type { GivenFeed } from './read-feed.ts';

/** Where a format has its entries, and how it calls what they have; names without prefixes. */
interface Format {
  /** Name of the root. */
  readonly root: string;
  /** From the root to what has the title of the feed. */
  readonly head: readonly string[];
  /** From the root to what has the entries. */
  readonly within: readonly string[];
  readonly entry: string;
}

const FORMATS: readonly Format[] = [
  { root: 'rss', head: ['channel'], within: ['channel'], entry: 'item' },
  { root: 'RDF', head: ['channel'], within: [], entry: 'item' },
  { root: 'feed', head: [], within: [], entry: 'entry' },
];

/** What entries have, by the names that the formats have for it, the better ones first. */
const FIELDS = {
  id: ['guid', 'id'],
  title: ['title'],
  date: ['pubDate', 'published', 'date', 'updated'],
  summary: ['description', 'summary'],
  content: ['encoded', 'content'],
} as const;

/**
 * A feed in RSS or Atom; undefined where the XML is something else.
 *
 * @throws FoeprintError A473 where it is no XML, A474 where it is more than any feed
 */
export function xmlFeed(text: string, file: string, limits: DocumentLimits): GivenFeed | undefined {
  refuseManyTags(text, file, limits);
  const root = rootOf(text, file);
  const format = FORMATS.find((each) => root !== undefined && each.root === localName(root));
  if (root === undefined || format === undefined) return undefined;
  const head = within(root, format.head);
  const body = within(root, format.within);
  return {
    title: head === undefined ? undefined : textIn(head, FIELDS.title),
    entries: childrenOf(body, format.entry).map((entry) => ({
      ...Object.fromEntries(Object.entries(FIELDS).map(([field, names]) => [field, textIn(entry, names)])),
      url: addressOf(entry),
    })),
  };
}

function rootOf(text: string, file: string): XmlElement | undefined {
  try {
    // Entities of HTML stand in many feeds. What else a document declares is not expanded, so that it cannot grow.
    return (
      parseXml(text.replace(/^\s+/u, ''), {
        resolveUndefinedEntity: (name) => (name === '&nbsp;' ? ' ' : name),
      }).root ?? undefined
    );
  } catch (error) {
    if (error instanceof RangeError) throw tooMuch('elements nested deeper', 'some thousand levels', file);
    const [reason = ''] = error instanceof Error ? error.message.split('\n') : [];
    throw damaged('XML', reason, file);
  }
}

/** The address that an entry is at: the text of its link in RSS, the target in Atom, or an id that is one. */
function addressOf(entry: XmlElement): string | undefined {
  const links = childrenOf(entry, 'link');
  const own = links.find(({ attributes }) => (attributes['rel'] ?? 'alternate') === 'alternate');
  const guid = childrenOf(entry, 'guid').find(
    ({ attributes }) => attributes['isPermaLink'] !== 'false',
  )?.text;
  const given = own?.attributes['href'] ?? own?.text.trim();
  return given === undefined || given === '' ? guid : given;
}

function textIn(element: XmlElement, names: readonly string[]): string | undefined {
  return names
    .flatMap((name) => childrenOf(element, name).map(({ text }) => text.trim()))
    .find((text) => text !== '');
}

function within(root: XmlElement, path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((element, name) => childrenOf(element, name)[0], root);
}

function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && localName(child) === name,
  );
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}

import { append, defined, isMapping, oneLine, plainSpelling } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { askServer, type Server, type ServerAnswer } from './ask-server.ts';
import { MOST_PAGES, moreNextTime, newOnPages, repeatsItself } from './paging.ts';

const ACCEPT = 'application/taxii+json;version=2.1';

/** A collection of a TAXII server that may be read. */
export interface TaxiiCollection {
  readonly id: string;
  /** What it is called, on one line. */
  readonly title: string;
  readonly alias?: string;
  /** Address of the collection, with a slash at the end. */
  readonly url: URL;
}

/** Where in a collection a page begins. */
export interface TaxiiPlace {
  /** Only what was added after that time, as the server writes it; absent for all. */
  readonly addedAfter?: string;
  /** What the server called the page that follows. */
  readonly next?: string;
  /**
   * Whether asking for that again gives the same page. Some servers call all pages alike and go on with each question, so that it is
   * known only once two were called differently.
   */
  readonly canRepeat?: boolean;
}

/** A page of a collection. */
export interface TaxiiPage {
  readonly objects: readonly unknown[];
  /** When the last of them was added, as the server says. */
  readonly addedLast?: string;
  /** When the server answered, by its own clock. */
  readonly answered?: string;
  /** Where the next page begins; absent for the last. */
  readonly next?: TaxiiPlace;
}

/**
 * The collections of a server that may be read, by its discovery or by the address of an API root (TAXII 2.1, 4.1, 4.2 and 5.1). API
 * roots on other servers are not asked.
 *
 * @param wanted id, alias or title; default all
 * @throws FoeprintError A483, A484, and whatever keeps an answer from being had
 */
export async function taxiiCollections(server: Server, wanted?: string): Promise<readonly TaxiiCollection[]> {
  const collections: TaxiiCollection[] = [];
  for (const root of await apiRoots(server)) append(collections, await collectionsOf(server, root));
  const found = wanted === undefined ? collections : collections.filter((each) => isCalled(each, wanted));
  if (found.length > 0) return found;
  const there = collections.map(({ title, id }) => `“${title}” (${id})`).join(', ') || 'none';
  const which = wanted === undefined ? 'No collection' : `No collection “${wanted}”`;
  throw refusal('unknown-collection', `${which} may be read; there are: ${there}.`, {
    file: server.url.href,
  });
}

/**
 * The objects of a collection, page by page, from a place on (TAXII 2.1, 3.5 and 5.4). It ends after the last page.
 *
 * @throws FoeprintError A483; A485 where the server never comes to an end; A486 after 1,000 pages; and whatever keeps a page from being had
 */
export async function* taxiiPages(
  server: Server,
  collection: TaxiiCollection,
  from: TaxiiPlace = {},
): AsyncGenerator<TaxiiPage> {
  const isNew = newOnPages(collection.url.href);
  let place: TaxiiPlace | undefined = from;
  for (let pages = 0; place !== undefined; pages++) {
    if (pages === MOST_PAGES) throw moreNextTime(collection.url.href);
    const page = await pageAt(server, collection, place);
    if (isNew(page.objects.map(keyOf)) || page.next === undefined) yield page;
    place = page.next;
  }
}

async function apiRoots(server: Server): Promise<readonly URL[]> {
  // Discovery has this place on every server (TAXII 2.1, 4.1).
  const isBare = server.url.pathname === '/' && server.url.search === '';
  const url = isBare ? new URL('/taxii2/', server.url) : withSlash(server.url);
  const { parsed } = await askServer(server, url, ACCEPT);
  if (isMapping(parsed) && Array.isArray(parsed['api_roots'])) {
    const written: readonly unknown[] = parsed['api_roots'];
    const roots = written.filter(
      (root): root is string => typeof root === 'string' && URL.canParse(root, url.href),
    );
    return [...new Set(roots.map((root) => withSlash(new URL(root, url)).href))].map((root) => new URL(root));
  }
  if (isMapping(parsed) && Array.isArray(parsed['versions'])) return [url];
  throw notTaxii('It is neither a discovery nor an API root.', url);
}

async function collectionsOf(server: Server, root: URL): Promise<readonly TaxiiCollection[]> {
  const url = new URL('collections/', root);
  const { parsed } = await askServer(server, url, ACCEPT);
  // Where there is none the field is left out (TAXII 2.1, 5.1.1).
  const listed = isMapping(parsed) ? (parsed['collections'] ?? []) : undefined;
  if (!Array.isArray(listed)) throw notTaxii('It has no list `collections`.', url);
  return listed.flatMap((each: unknown) => {
    if (!isMapping(each) || each['can_read'] === false) return [];
    const { id, title, alias } = each;
    if (typeof id !== 'string' || !/^[\w.-]+$/u.test(id) || /^\.+$/u.test(id)) return [];
    return [
      {
        id,
        title: (typeof title === 'string' && oneLine(title)) || id,
        ...defined({ alias: typeof alias === 'string' ? oneLine(alias) : undefined }),
        url: new URL(`${id}/`, url),
      },
    ];
  });
}

function isCalled({ id, title, alias = '' }: TaxiiCollection, wanted: string): boolean {
  return [id, title, alias].some((name) => name !== '' && plainSpelling(name) === plainSpelling(wanted));
}

/** Most objects that are asked for at once; servers may send fewer. */
const PAGE = 1000;

async function pageAt(server: Server, collection: TaxiiCollection, place: TaxiiPlace): Promise<TaxiiPage> {
  const url = new URL('objects/', collection.url);
  url.searchParams.set('limit', String(PAGE));
  if (place.addedAfter !== undefined) url.searchParams.set('added_after', place.addedAfter);
  if (place.next !== undefined) url.searchParams.set('next', place.next);
  const isOnce = place.next !== undefined && place.canRepeat !== true;
  const asked = { ...server, own: { ...server.own, isOnce } };
  return readPage(await askServer(asked, url, ACCEPT), place, url);
}

function readPage({ parsed, headers }: ServerAnswer, place: TaxiiPlace, url: URL): TaxiiPage {
  // An envelope without objects is empty (TAXII 2.1, 3.7).
  const objects = isMapping(parsed) ? (parsed['objects'] ?? []) : undefined;
  if (!isMapping(parsed) || !Array.isArray(objects)) throw notTaxii('It is no envelope of objects.', url);
  const addedLast = timeIn(headers.get('x-taxii-date-added-last'));
  const { more, next } = parsed;
  const answered = new Date(headers.get('date') ?? '');
  return {
    objects,
    ...defined({
      addedLast,
      answered: Number.isNaN(answered.getTime()) ? undefined : answered.toISOString(),
      next: more === true ? placeAfter(place, next, addedLast, url) : undefined,
    }),
  };
}

/** Servers that do not name the page that follows are asked for what was added after the last object of this one (TAXII 2.1, 3.5). */
function placeAfter(place: TaxiiPlace, next: unknown, addedLast: string | undefined, url: URL): TaxiiPlace {
  if (typeof next === 'string' && next !== '')
    return { ...place, next, canRepeat: place.next !== undefined && place.next !== next };
  if (addedLast !== undefined) return { addedAfter: addedLast, canRepeat: true };
  throw repeatsItself('It says that there is more, and not where.', url.href);
}

function timeIn(text: string | null): string | undefined {
  return text !== null && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u.test(text) ? text : undefined;
}

/** What makes an object of a collection the same: its id and its version. */
function keyOf(object: unknown): string {
  if (!isMapping(object) || typeof object['id'] !== 'string') return JSON.stringify(object);
  return JSON.stringify([object['id'], object['modified'] ?? object['created']]);
}

function withSlash(url: URL): URL {
  const whole = new URL(url.href);
  if (!whole.pathname.endsWith('/')) whole.pathname += '/';
  return whole;
}

function notTaxii(message: string, url: URL): Error {
  return refusal('not-taxii', message, { file: url.href });
}

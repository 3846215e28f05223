import type { IncomingMessage, ServerResponse } from 'node:http';
import { localServer } from './local-server.ts';

/** A collection of the server: what is in it, in the order in which it was added. */
export interface ServedCollection {
  readonly title: string;
  readonly alias?: string;
  readonly canRead?: boolean;
  readonly objects: { readonly added: string; readonly object: unknown }[];
}

interface Served {
  /** By id. */
  readonly collections: Readonly<Record<string, ServedCollection>>;
  /** Objects of a page. Default 2. */
  readonly page?: number;
  /** What lets one in. Default nothing needed. */
  readonly authorization?: string;
  /**
   * How a page is followed. Default by its name; `added`: by the time when its last object was added; `same`: by a name that is the same
   * for all, and each question goes on from where the last one ended, as with OASIS's medallion.
   */
  readonly paging?: 'next' | 'added' | 'same';
  /** Answers in place of the server where it says that it did. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export const TAXII = 'application/taxii+json;version=2.1';

/** A server of TAXII 2.1 for one test: its discovery is at `/taxii2/`, its only API root at `/api1/`. */
export async function taxiiServer(served: Served): ReturnType<typeof localServer> {
  const state = { sent: 0 };
  return await localServer((request, response) => {
    if (served.instead?.(request, response) === true) return;
    const { authorization } = served;
    if (authorization !== undefined && request.headers.authorization !== authorization)
      return void response.writeHead(401).end();
    if (request.headers.accept !== TAXII) return void response.writeHead(406).end();
    const url = new URL(request.url ?? '', 'http://localhost');
    const answer = answerTo(url, served, state);
    if (answer === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TAXII, ...answer.headers });
    response.end(JSON.stringify(answer.body));
  });
}

/** Paths of the pages of a collection that were asked for, without the size of a page. */
export function pagesAsked(requests: readonly IncomingMessage[]): readonly string[] {
  return requests
    .map(({ url = '' }) => url)
    .filter((url) => url.includes('/objects/'))
    .map((url) => decodeURIComponent(url.replace(/^.*\/objects\/\?limit=\d+&?/u, '')));
}

interface Answer {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How many objects were sent of the collection that is asked for with a name that is the same for all pages. */
interface State {
  sent: number;
}

function answerTo({ pathname, searchParams }: URL, served: Served, state: State): Answer | undefined {
  if (pathname === '/taxii2/') return { body: { title: 'dug', api_roots: ['/api1/'] } };
  if (pathname === '/api1/')
    return { body: { title: 'one', versions: [TAXII], max_content_length: 9_000_000 } };
  if (pathname === '/api1/collections/')
    return {
      body: {
        collections: Object.entries(served.collections).map(([id, { title, alias, canRead = true }]) => ({
          id,
          title,
          alias,
          can_read: canRead,
          can_write: false,
        })),
      },
    };
  const [, id = ''] = /^\/api1\/collections\/([^/]+)\/objects\/$/u.exec(pathname) ?? [];
  const collection = served.collections[id];
  return collection === undefined ? undefined : pageOf(collection, searchParams, served, state);
}

function pageOf(
  { objects }: ServedCollection,
  asked: URLSearchParams,
  { page = 2, paging }: Served,
  state: State,
): Answer {
  const after = asked.get('added_after') ?? '';
  const there = objects.filter(({ added }) => added > after);
  const isSame = paging === 'same' && asked.has('next');
  const start = isSame ? state.sent : Number(asked.get('next') ?? 0);
  state.sent = start + page;
  const found = there.slice(start, start + page);
  const more = start + page < there.length;
  const name = paging === 'same' ? 'on' : String(start + page);
  const next = more && paging !== 'added' ? { next: name } : {};
  const [first, last] = [found[0], found.at(-1)];
  return {
    body: found.length === 0 ? {} : { more, ...next, objects: found.map(({ object }) => object) },
    headers:
      first === undefined || last === undefined
        ? {}
        : { 'x-taxii-date-added-first': first.added, 'x-taxii-date-added-last': last.added },
  };
}

import { defined, isMapping } from '../../text/index.ts';
import { refusal } from '../issues.ts';
import { askServer, type Server } from './ask-server.ts';
import { MOST_PAGES, moreNextTime, newOnPages } from './paging.ts';

/** Which events of a MISP server are asked for. */
export interface MispFilter {
  /** Only events with one of these tags; one that begins with `!` keeps events out. */
  readonly tags?: readonly string[];
  /** Only events of this day or later. */
  readonly since?: string;
  /** Only those that are published, or are not. */
  readonly published?: boolean;
  /** Only events that were changed (where `published` is true: published) at this time or later, in seconds since 1970. */
  readonly from?: number;
}

/** An event, as MISP sends it. */
export interface MispEvent {
  readonly uuid: string;
  /** The event itself, without what stands around it. */
  readonly raw: Readonly<Record<string, unknown>>;
  /** When it was changed or published, whichever the filter asks by, in seconds since 1970; 0 where it does not say. */
  readonly time: number;
}

export interface MispPage {
  /** From 1. */
  readonly page: number;
  readonly events: readonly MispEvent[];
}

/** Events that are asked for at once: some have a hundred thousand attributes. */
const PAGE = 20;

/**
 * Events of a MISP server, page by page, by `/events/restSearch` (misp-project.org/openapi).
 *
 * @param first page to begin with, from 1
 * @throws FoeprintError A485 where the server never comes to an end; A486 after 1,000 pages; A487; and whatever keeps a page from being had
 */
export async function* mispPages(server: Server, filter: MispFilter, first = 1): AsyncGenerator<MispPage> {
  const url = new URL('events/restSearch', server.url.href.replace(/\/*$/u, '/'));
  const isNew = newOnPages(url.href);
  for (let page = first; ; page++) {
    if (page - first === MOST_PAGES) throw moreNextTime(url.href);
    const { parsed } = await askServer(server, url, 'application/json', question(filter, page));
    const { events, found } = eventsIn(parsed, filter, url);
    if (isNew(events.map(({ uuid, time }) => `${uuid} ${time}`))) yield { page, events };
    // What cannot be read counts as well: the last page is the one that is not full.
    if (found < PAGE) return;
  }
}

function question({ tags, since, published, from }: MispFilter, page: number): unknown {
  return {
    returnFormat: 'json',
    page,
    limit: PAGE,
    ...defined({ tags, published, from: since }),
    ...(from === undefined ? {} : { [timeField(published)]: from }),
  };
}

function timeField(published: boolean | undefined): 'publish_timestamp' | 'timestamp' {
  return published === true ? 'publish_timestamp' : 'timestamp';
}

function eventsIn(
  parsed: unknown,
  { published }: MispFilter,
  url: URL,
): { readonly events: readonly MispEvent[]; readonly found: number } {
  const listed: unknown = isMapping(parsed) ? parsed['response'] : parsed;
  if (!Array.isArray(listed))
    throw refusal('not-misp', 'It has no list `response` of events.', { file: url.href });
  const events = listed.flatMap((each: unknown) => {
    const raw = isMapping(each) ? each['Event'] : undefined;
    if (!isMapping(raw) || typeof raw['uuid'] !== 'string') return [];
    const time = Number(raw[timeField(published)]);
    return [{ uuid: raw['uuid'], raw, time: Number.isSafeInteger(time) && time > 0 ? time : 0 }];
  });
  return { events, found: listed.length };
}

import { FoeprintError, type Issue } from '../../facts/index.ts';
import { defined, isMapping, sum } from '../../text/index.ts';
import { ACQUISITION_ISSUES, refusal } from '../issues.ts';
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
  /** Warnings: events that are larger than what is taken. */
  readonly issues: readonly Issue[];
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
    const { events, found, issues } = await eventsOn(server, url, filter, page);
    if (isNew(events.map(({ uuid, time }) => `${uuid} ${time}`)) || issues.length > 0)
      yield { page, events, issues };
    // What cannot be read counts as well: the last page is the one that is not full.
    if (found < PAGE) return;
  }
}

/** What is on a page, and how many events the server says there are. */
interface Found {
  readonly events: readonly MispEvent[];
  readonly found: number;
  readonly issues: readonly Issue[];
}

/** The events of a page; one by one where all of them together are too large. @throws FoeprintError A404 where each of them is */
async function eventsOn(server: Server, url: URL, filter: MispFilter, page: number): Promise<Found> {
  const whole = await eventsAsked(server, url, filter, { page, limit: PAGE });
  if (whole.issues.length === 0) return whole;
  const singles: Found[] = [];
  for (let one = (page - 1) * PAGE + 1; one <= page * PAGE; one++) {
    const single = await eventsAsked(server, url, filter, { page: one, limit: 1 });
    singles.push(single);
    if (single.found === 0) break;
  }
  const events = singles.flatMap((single) => single.events);
  const issues = singles.flatMap((single) => single.issues);
  if (events.length === 0) throw new FoeprintError(whole.issues);
  const warnings = issues.map((issue) => ({ ...issue, severity: 'warning' as const }));
  return { events, found: sum(singles.map(({ found }) => found)), issues: warnings };
}

interface Asked {
  readonly page: number;
  readonly limit: number;
}

/** What a question is answered; where that is too large, as many events as were asked for, and none of them. */
async function eventsAsked(server: Server, url: URL, filter: MispFilter, asked: Asked): Promise<Found> {
  try {
    const { parsed } = await askServer(server, url, 'application/json', question(filter, asked));
    return { ...eventsIn(parsed, filter, url), issues: [] };
  } catch (error) {
    if (!(error instanceof FoeprintError) || error.code !== TOO_LARGE) throw error;
    return { events: [], found: asked.limit, issues: error.issues };
  }
}

const TOO_LARGE = ACQUISITION_ISSUES['too-large'].code;

function question({ tags, since, published, from }: MispFilter, asked: Asked): unknown {
  return {
    returnFormat: 'json',
    ...asked,
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

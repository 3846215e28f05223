import { setTimeout as wait } from 'node:timers/promises';
import { FoeprintError } from '../facts/index.ts';
import { defined, systemReason } from '../text/index.ts';
import { ACQUISITION_ISSUES, refusal } from './issues.ts';
import type { Limits } from './limits.ts';
import type { Progress } from './progress.ts';
import { collect, tooLarge } from './read-bytes.ts';

/** How patient we are with servers. */
export interface HttpPolicy {
  /** Longest wait for an answer, and for the next bytes of one, in seconds. Default 30. */
  readonly timeoutSeconds: number;
  /** Longest time for all of one answer, in seconds: a server that sends a byte now and then would otherwise never be given up. Default 900. */
  readonly totalSeconds: number;
  /** Attempts in all. Default 4. */
  readonly attempts: number;
  /** Wait before the second attempt, in seconds; doubles for each further one, ± half at random. Default 0.5. */
  readonly backoffSeconds: number;
  /** Most redirects followed. Default 5. */
  readonly maximumRedirects: number;
  /** Whether what comes from others, such as the address of a report, may lead to this machine or a private network. Default false. */
  readonly allowPrivate: boolean;
}

export const DEFAULT_HTTP: HttpPolicy = {
  timeoutSeconds: 30,
  totalSeconds: 900,
  attempts: 4,
  backoffSeconds: 0.5,
  maximumRedirects: 5,
  allowPrivate: false,
};

/** What a server said about the version that it sent; sent back to ask whether there is a newer one (RFC 9110, 13.1). */
export interface Validators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export type Fetched =
  | { readonly unchanged: true }
  | {
      readonly unchanged: false;
      readonly bytes: Buffer;
      readonly validators: Validators;
      readonly mediaType?: string;
      /** What the server sent with it. */
      readonly headers?: Headers;
    };

/** One request, whose redirects are not followed. */
export type FetchOnce = (
  address: string,
  request: {
    readonly redirect: 'manual';
    readonly headers: Record<string, string>;
    readonly signal: AbortSignal;
    readonly method?: 'POST';
    readonly body?: string;
  },
) => Promise<Response>;

/** What fetching needs of the world; tests hand in their own. */
export interface HttpWorld {
  readonly fetch: FetchOnce;
  /** Whether an IP address is one of the internet; default by the networks that are nobody's there. */
  readonly isPublic?: (address: string) => boolean;
  /** Waits so many milliseconds. */
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** A number from 0 to 1. */
  readonly random: () => number;
}

const REAL_WORLD: HttpWorld = {
  fetch: (...request) => globalThis.fetch(...request),
  sleep: (milliseconds) => wait(milliseconds),
  random: () => Math.random(),
};

export interface FetchOptions {
  readonly http?: HttpPolicy;
  readonly limits: Limits;
  readonly progress: Progress;
  /** Ask only for what is newer than this. */
  readonly validators?: Validators;
  readonly world?: Partial<HttpWorld>;
  /** What is asked for; default JSON before all else. */
  readonly accept?: string;
  /** Refuses what a server says that it sends, before it is sent. */
  readonly checkMediaType?: (mediaType: string, file: string) => void;
  /** What is sent to this one server alone: redirects to others are refused. */
  readonly own?: OwnRequest;
  /** Whether the address comes from others, so that private networks are closed to it. Default false: it is the user's own. */
  readonly isForeign?: boolean;
}

/** What is meant for one server and no other, as it may hold what lets us in. */
export interface OwnRequest {
  readonly headers: Readonly<Record<string, string>>;
  /** What to ask, where the address alone does not say it; it is posted then. */
  readonly body?: string;
  /** Whether asking again would be answered otherwise, so that it is only where the server did not even begin to. Default false. */
  readonly isOnce?: boolean;
  /** What to do where the server wants a login, or another. */
  readonly hint: string;
}

/** An attempt failed in a way that another may not. */
interface PassingFailure {
  readonly error: FoeprintError;
  /** Seconds that the server asked us to wait, if it did. */
  readonly retryAfter?: number | undefined;
  /** Whether the server said that it has not begun to do what it was asked. */
  readonly isPutOff?: boolean;
}

/** Longest that a server may make us wait between attempts, in seconds. */
const LONGEST_WAIT = 60;
const GONE_STATUS = new Set([404, 410]);
const PUT_OFF_STATUS = new Set([429, 503]);
const PASSING_STATUS = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Fetches an address whole: retries what may pass, follows redirects itself (so that they can be counted
 * and checked), and stops at the size limit.
 *
 * @throws FoeprintError A404, A420 to A425, A478, A480, A482, A488
 */
export async function fetchBytes(url: URL, options: FetchOptions): Promise<Fetched> {
  const policy = options.http ?? DEFAULT_HTTP;
  const given = { ...REAL_WORLD, ...options.world };
  const isOpen = options.isForeign !== true || policy.allowPrivate;
  const world = isOpen ? given : { ...given, fetch: await fetchOfInternet(given) };
  for (let attempt = 1; ; attempt++) {
    const outcome = await fetchOnce(url, options, policy, world);
    if ('unchanged' in outcome) return outcome;
    const isOver = options.own?.isOnce === true && outcome.isPutOff !== true;
    if (isOver || attempt >= policy.attempts) throw outcome.error;
    const seconds = pause(attempt, outcome.retryAfter, policy, world.random());
    const reason = outcome.error.issues[0]?.message ?? '';
    const note = `${reason} Trying again in ${seconds.toFixed(1)} s (${attempt + 1} of ${policy.attempts}).`;
    options.progress({ step: 'fetch', location: url.href, note });
    await world.sleep(seconds * 1000);
  }
}

/** Loaded when it is needed: Node's own clients would else be loaded by every command. */
async function fetchOfInternet({ isPublic }: HttpWorld): Promise<FetchOnce> {
  return (await import('./public-fetch.ts')).fetchFrom(isPublic);
}

/** Seconds to wait after a failed attempt: doubling, spread at random so that many clients do not return together. */
function pause(attempt: number, asked: number | undefined, policy: HttpPolicy, random: number): number {
  const own = policy.backoffSeconds * 2 ** (attempt - 1) * (0.5 + random);
  return Math.min(LONGEST_WAIT, Math.max(own, asked ?? 0));
}

async function fetchOnce(
  url: URL,
  options: FetchOptions,
  policy: HttpPolicy,
  world: HttpWorld,
): Promise<Fetched | PassingFailure> {
  const stall = new AbortController();
  // The clock is set again whenever something arrives, so that slow is not taken for dead.
  const timer = setTimeout(() => stall.abort(), policy.timeoutSeconds * 1000);
  const whole = new AbortController();
  const longest = setTimeout(() => whole.abort(), policy.totalSeconds * 1000);
  const signal = AbortSignal.any([stall.signal, whole.signal]);
  try {
    const response = await follow(url, options, policy, world, signal);
    timer.refresh();
    return await receive(response, url, {
      ...options,
      progress: (event) => {
        timer.refresh();
        options.progress(event);
      },
    });
  } catch (error) {
    if (error instanceof FoeprintError) throw error;
    if (whole.signal.aborted) throw tooSlow(url, policy);
    return stall.signal.aborted ? timedOut(url, policy) : unreachable(url, error);
  } finally {
    clearTimeout(timer);
    clearTimeout(longest);
    stall.abort();
  }
}

/** Requests the address, and the one it redirects to, and so on. */
async function follow(
  start: URL,
  { validators, accept = 'application/json, */*', own }: FetchOptions,
  policy: HttpPolicy,
  world: HttpWorld,
  signal: AbortSignal,
): Promise<Response> {
  let url = start;
  for (let redirects = 0; redirects <= policy.maximumRedirects; redirects++) {
    const headers = { accept, ...conditions(validators), ...own?.headers };
    const posted = own?.body === undefined ? {} : { method: 'POST' as const, body: own.body };
    const response = await world.fetch(url.href, { redirect: 'manual', headers, signal, ...posted });
    if (![301, 302, 303, 307, 308].includes(response.status)) return response;
    await response.body?.cancel();
    url = redirectTarget(url, response.headers.get('location'));
    if (own !== undefined && url.origin !== start.origin) throw otherServer(start, url);
  }
  const message = `${start.href} redirects more than ${policy.maximumRedirects} times.`;
  throw refusal('bad-redirect', message, { file: start.href });
}

/** The refusal to go from one server to another with what is meant for the first. */
export function otherServer(from: URL, to: URL): FoeprintError {
  return refusal('other-server', `${from.host} leads to ${to.origin}.`, { file: from.href });
}

function conditions(validators: Validators | undefined): Record<string, string> {
  return defined({ 'if-none-match': validators?.etag, 'if-modified-since': validators?.lastModified });
}

function redirectTarget(from: URL, location: string | null): URL {
  if (location === null || !URL.canParse(location, from.href)) {
    throw refusal('bad-redirect', `${from.href} redirects to no address.`, { file: from.href });
  }
  const target = new URL(location, from);
  const allowed = target.protocol === 'https:' || (target.protocol === 'http:' && from.protocol === 'http:');
  if (allowed) return target;
  const message = `${from.href} redirects to a ${target.protocol} address.`;
  throw refusal('bad-redirect', message, { file: from.href });
}

async function receive(
  response: Response,
  url: URL,
  options: FetchOptions,
): Promise<Fetched | PassingFailure> {
  const isConditional = Object.keys(conditions(options.validators)).length > 0;
  if (response.status === 304 && isConditional) return { unchanged: true };
  if (!response.ok) return refusedByServer(response, url, options.own);
  const mediaType = response.headers.get('content-type') ?? undefined;
  options.checkMediaType?.(mediaType ?? '', url.href);
  const total = lengthOf(response);
  if (total !== undefined && total > options.limits.maximumBytes) {
    throw tooLarge(url.href, options.limits, total);
  }
  const stream: AsyncIterable<unknown> = response.body ?? noBody();
  const bytes = await collect(stream, url.href, options.limits, options.progress, 'fetch', total);
  return {
    unchanged: false,
    bytes,
    validators: validatorsOf(response),
    headers: response.headers,
    ...defined({ mediaType }),
  };
}

async function* noBody(): AsyncGenerator<never> {}

/** Bytes to come; unknown where the transport compresses, as the length is then that of the compressed form. */
function lengthOf(response: Response): number | undefined {
  const length = response.headers.get('content-length');
  return length === null || response.headers.has('content-encoding') ? undefined : Number(length);
}

function validatorsOf(response: Response): Validators {
  const said = (name: string): string | undefined => response.headers.get(name) ?? undefined;
  return defined({ etag: said('etag'), lastModified: said('last-modified') });
}

const LOGIN_STATUS = new Set([401, 403]);
const MISUNDERSTOOD_STATUS = new Set([400, 406, 415, 422]);

function refusedByServer(response: Response, url: URL, own: OwnRequest | undefined): PassingFailure {
  const message = `${url.host} answered ${response.status} ${response.statusText}`.trimEnd();
  if (own !== undefined && LOGIN_STATUS.has(response.status))
    throw refusal('login-refused', `${message}.`, { file: url.href }, own.hint);
  if (own !== undefined && MISUNDERSTOOD_STATUS.has(response.status))
    throw refusal('not-understood', `${message}.`, { file: url.href });
  const name = GONE_STATUS.has(response.status) ? 'not-on-server' : 'refused-by-server';
  const error = refusal(name, `${message}.`, { file: url.href });
  if (!PASSING_STATUS.has(response.status)) throw error;
  const isPutOff = PUT_OFF_STATUS.has(response.status);
  return { error, retryAfter: secondsAsked(response.headers), isPutOff };
}

/** `Retry-After`: a number of seconds, or a time, which counts from when the server answered by its own clock (RFC 9110, 10.2.3). */
function secondsAsked(headers: Headers): number | undefined {
  const asked = headers.get('retry-after') ?? '';
  const until = (Date.parse(asked) - Date.parse(headers.get('date') ?? '')) / 1000;
  return [Number(asked || Number.NaN), until].find((seconds) => Number.isFinite(seconds));
}

function timedOut(url: URL, policy: HttpPolicy): PassingFailure {
  const message = `${url.host} sent nothing for ${policy.timeoutSeconds} s.`;
  return { error: refusal('timed-out', message, { file: url.href }) };
}

/** A server that is too slow would be so again: no further attempt is made. */
function tooSlow(url: URL, policy: HttpPolicy): FoeprintError {
  const message = `${url.host} had not sent all after ${policy.totalSeconds} s.`;
  return refusal('timed-out', message, { file: url.href });
}

function unreachable(url: URL, error: unknown): PassingFailure {
  // fetch says only "fetch failed"; the reason is in its cause.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message = `${url.host} could not be reached: ${systemReason(cause)}.`;
  return { error: refusal('unreachable', message, { file: url.href }) };
}

/** Whether an error says that there is nothing at an address, so that the next place can be tried. */
export function isNotThere(error: unknown): boolean {
  return error instanceof FoeprintError && error.code === ACQUISITION_ISSUES['not-on-server'].code;
}

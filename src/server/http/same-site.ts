import type { FastifyRequest } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';

/** Names under which a machine reaches itself, in addresses. */
const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/**
 * The names that a server answers to: those of loopback, the address it listens on, and what else it is called by.
 *
 * @param others `foeprint.example` for any port, `foeprint.example:8443` for this one
 */
export function ownNames(
  host: string,
  baseUrl: string | undefined,
  others: readonly string[],
): ReadonlySet<string> {
  const listened = host.includes(':') ? `[${host}]` : host;
  const base = baseUrl === undefined ? [] : [new URL(baseUrl).host];
  return new Set([...LOOPBACK_NAMES, listened, ...base, ...others].map((name) => name.toLowerCase()));
}

/**
 * Refuses what comes by a name that is not the server’s own, or from a page of another site: whoever browses such a page must not have it
 * read or change what this server holds, also where its name was made to lead here.
 *
 * @throws FoeprintError N810, N811
 */
export function refuseForeign(
  { headers }: Pick<FastifyRequest, 'headers'>,
  names: ReadonlySet<string>,
): void {
  const { host = '', origin } = headers;
  if (!isOwn(host, names)) throw errorOf(SERVER_ISSUES.foreignHost, `“${host}” is no name of this server.`);
  if (origin !== undefined && !isSameSite(origin, host))
    throw errorOf(SERVER_ISSUES.foreignOrigin, `“${origin}” is another site.`);
  // A picture or script of another site’s page is asked for without an origin; following a link is not held against anybody.
  const isFromElsewhere = headers['sec-fetch-site'] === 'cross-site';
  if (isFromElsewhere && headers['sec-fetch-mode'] !== 'navigate')
    throw errorOf(SERVER_ISSUES.foreignOrigin, 'The request comes from a page of another site.');
}

function isOwn(host: string, names: ReadonlySet<string>): boolean {
  const name = host.toLowerCase();
  return names.has(name) || names.has(name.replace(/:\d{1,5}$/u, ''));
}

function isSameSite(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}

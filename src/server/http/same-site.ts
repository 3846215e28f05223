import type { FastifyRequest } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';

/** Names under which a machine reaches itself, in addresses. */
const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/**
 * Refuses what comes by another name or from a page of another site: whoever browses such a page must not have it read or change
 * what this server holds, also where its name was made to lead here.
 *
 * @throws FoeprintError N810, N811
 */
export function refuseForeign({ headers, socket }: Pick<FastifyRequest, 'headers' | 'socket'>): void {
  const { host = '', origin } = headers;
  const port = socket.localPort;
  if (!isOwnHost(host, port))
    throw errorOf(SERVER_ISSUES.foreignHost, `“${host}” is no name of this server.`);
  if (origin === undefined) return;
  const from = URL.canParse(origin) ? new URL(origin) : undefined;
  if (from === undefined || from.host !== host)
    throw errorOf(SERVER_ISSUES.foreignOrigin, `“${origin}” is another site.`);
}

function isOwnHost(host: string, port: number | undefined): boolean {
  const { hostname, port: asked } = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : NO_URL;
  return LOOPBACK_NAMES.has(hostname) && (port === undefined || asked === (port === 80 ? '' : String(port)));
}

const NO_URL = { hostname: '', port: '' };

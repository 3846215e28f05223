import { lookup } from 'node:dns';
import { request as requestPlain, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import type { FetchOnce } from './http.ts';
import { refusal } from './issues.ts';

/** Networks that are nobody's on the internet: this machine, private ones, those of providers, of documentation and for special uses (RFC 6890). */
const PRIVATE: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // Of IPv6 only 2000::/3 is given out; within it these lead to addresses of IPv4, or nowhere.
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
];

/** One list for each kind: as one, it would take addresses of IPv4 for those of IPv6 that stand for them. */
const BLOCKED = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, prefix] of PRIVATE)
  BLOCKED[familyOf(network)].addSubnet(network, prefix, familyOf(network));

/** Whether an IP address is one of the internet. */
export function isPublicAddress(address: string): boolean {
  return isIP(address) !== 0 && !BLOCKED[familyOf(address)].check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/**
 * Fetches as `fetch` does without following redirects, but only from addresses that `isAllowed`. The name is looked up once, and what
 * was checked is what is connected to: a name that leads elsewhere the next time gains nothing.
 *
 * @throws FoeprintError A478, as a rejection
 */
export function fetchFrom(isAllowed = isPublicAddress): FetchOnce {
  return async (address, { headers, signal, method = 'GET', body }) => {
    const url = new URL(address);
    const host = url.hostname.replaceAll(/^\[|\]$/gu, '');
    if (isIP(host) !== 0 && !isAllowed(host)) throw privateAddress(url.href, host);
    const checked: LookupFunction = (name, options, answer) => {
      lookup(name, { ...options, all: true }, (error, found) => {
        const refused = found?.find((each) => !isAllowed(each.address));
        const [first] = found ?? [];
        if (error !== null || first === undefined) answer(error ?? new Error(`${name} has no address`), []);
        else if (refused !== undefined) answer(privateAddress(url.href, refused.address), []);
        else if (options.all === true) answer(null, found);
        else answer(null, first.address, first.family);
      });
    };
    return await new Promise<Response>((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestSecure : requestPlain;
      const options = {
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        signal,
        lookup: checked,
        agent: false,
      };
      request(url, options, (incoming) => {
        resolve(responseOf(incoming));
      })
        .on('error', reject)
        .end(body);
    });
  };
}

function privateAddress(file: string, address: string): Error {
  return refusal('private-address', `It is at ${address}, which is no address of the internet.`, { file });
}

/** Statuses whose answers have no body (Fetch, 2.2.3). */
const BODILESS = new Set([204, 205, 304]);

function responseOf(incoming: IncomingMessage): Response {
  const { statusCode: status = 500, statusMessage: statusText = '', rawHeaders } = incoming;
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  const body = BODILESS.has(status) ? null : Readable.toWeb(incoming);
  if (body === null) incoming.resume();
  return new Response(body, { status, statusText, headers });
}

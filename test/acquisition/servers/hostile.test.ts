import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { mispPages, taxiiCollections, type Server } from '../../../src/acquisition/index.ts';
import { localServer } from '../../support/local-server.ts';
import { all, outcomeOf, serverAt } from './server-at.ts';

/** The first thing that is asked of each kind of server. */
const CLIENTS: Readonly<Record<string, (server: Server) => Promise<unknown>>> = {
  taxii: async (server: Server) => await taxiiCollections(server),
  misp: async (server: Server) => await all(mispPages(server, {})),
};

const SECRET = { authorization: 'dug' };

/** What servers do, and the code that it ends with. */
const DEEDS: readonly (readonly [deed: string, answer: RequestListener, code: string])[] = [
  [
    'is a page to log in',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    'A413',
  ],
  [
    'is a page that is not called one',
    (_, response) => response.end('<!doctype html><title>Log in</title>'),
    'A413',
  ],
  ['sends nothing', (_, response) => response.end(), 'A405'],
  ['is busy', (_, response) => response.writeHead(503, { 'retry-after': '100000' }).end(), 'A423'],
  ['has too much to do', (_, response) => response.writeHead(429).end(), 'A423'],
  [
    'leads to a private address',
    (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end(),
    'A482',
  ],
  [
    'leads to another server',
    (_, response) => response.writeHead(307, { location: 'http://example.org/' }).end(),
    'A482',
  ],
  ['leads in circles', (_, response) => response.writeHead(302, { location: '/' }).end(), 'A424'],
  [
    'says that it sends more than it does',
    (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{}', () => response.destroy());
    },
    'A421',
  ],
  [
    'says that it sends terabytes',
    (_, response) => {
      response.writeHead(200, { 'content-length': 1e12 });
      response.write('{}');
    },
    'A404',
  ],
  [
    'sends a bomb',
    (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))),
    'A404',
  ],
  ['sends brackets', (_, response) => response.end('['.repeat(90_000)), 'A412'],
  [
    'drips',
    (_, response) => {
      response.writeHead(200);
      const drops = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drops));
    },
    'A422',
  ],
];

test.for(
  Object.entries(CLIENTS).flatMap(([kind, ask]) =>
    DEEDS.map(([deed, answer, code]) => ({ kind, ask, deed, answer, code })),
  ),
)('$kind: a server that $deed', async ({ ask, answer, code }) => {
  const { address } = await localServer(answer);
  const server = serverAt(address, SECRET, { maximumBytes: 100_000, totalSeconds: 0.3, attempts: 2 });
  expect(await outcomeOf(ask(server))).toBe(code);
});

test('what lets us in goes to the server alone', async () => {
  const other = await localServer((_, response) => response.end('{}'));
  const { address, requests } = await localServer((_, response) =>
    response.writeHead(302, { location: other.address }).end(),
  );
  expect(await outcomeOf(taxiiCollections(serverAt(address, SECRET)))).toBe('A482');
  expect(requests[0]?.headers.authorization).toBe('dug');
  expect(other.requests).toEqual([]);
});

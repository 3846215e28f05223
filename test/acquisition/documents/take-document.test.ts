import type { RequestListener } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { DOCUMENT_LIMITS, takeDocument, type TakeOptions } from '../../../src/acquisition/documents/index.ts';
import { DEFAULT_HTTP } from '../../../src/acquisition/index.ts';
import { isPublicAddress } from '../../../src/acquisition/public-fetch.ts';
import { FoeprintError } from '../../../src/facts/index.ts';
import { localServer } from '../../support/local-server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A world in which the server of the test is on the internet, and no other machine here is. */
const WORLD = {
  sleep: async () => {},
  random: () => 0.5,
  isPublic: (address: string) => address === '127.0.0.1',
};

const PAGE: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<html>dug</html>');
};

async function outcome(location: string, options: TakeOptions = {}): Promise<string> {
  try {
    return (await takeDocument(location, { world: WORLD, ...options })).bytes.toString();
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

test('a file, standard input, and an address with what the server says that it is', async () => {
  const file = join(await temporaryFolder(), 'a.txt');
  writeFileSync(file, 'dug');
  expect(await outcome(file)).toBe('dug');
  expect(await outcome('-', { standardInput: Readable.from([Buffer.from('dug')]) })).toBe('dug');
  const { address, requests } = await localServer(PAGE);
  const taken = await takeDocument(`${address}/x`, { world: WORLD });
  expect(taken).toMatchObject({
    bytes: Buffer.from('<html>dug</html>'),
    mediaType: 'text/html; charset=utf-8',
  });
  expect(requests[0]?.headers.accept).toContain('application/pdf');
});

test.for([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['8.8.8.8', true],
  ['172.32.0.1', true],
  ['2606:4700::1111', true],
  ['barn.example', false],
] as const)('%s is of the internet: %s', ([address, expected]) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test.for([
  'http://127.0.0.1:9/',
  'http://localhost:9/',
  'http://2130706433:9/',
  'http://[::1]:9/',
  'http://[::ffff:127.0.0.1]:9/',
])('%s is refused, as of this machine', async (address) => {
  const { isPublic: _, ...world } = WORLD;
  expect(await outcome(address, { world })).toBe('A478');
});

test('a private address is fetched from where the policy allows it', async () => {
  const { address } = await localServer(PAGE);
  const { isPublic: _, ...world } = WORLD;
  const http = { ...DEFAULT_HTTP, allowPrivate: true };
  expect(await outcome(address, { world, http })).toBe('<html>dug</html>');
  expect(await outcome(address, { world })).toBe('A478');
});

test('a redirect is followed, but to no private address', async () => {
  const { address, requests } = await localServer((request, response) => {
    const port = String(request.socket.localPort);
    const targets: Readonly<Record<string, string>> = {
      '/ok': '/page',
      '/private': `http://127.0.0.2:${port}/`,
      '/round': '/round',
    };
    const location = targets[request.url ?? ''];
    if (location === undefined) PAGE(request, response);
    else response.writeHead(302, { location }).end();
  });
  expect(await outcome(`${address}/ok`)).toBe('<html>dug</html>');
  expect(await outcome(`${address}/private`)).toBe('A478');
  expect(await outcome(`${address}/round`)).toBe('A424');
  expect(requests.filter(({ url }) => url === '/')).toEqual([]);
});

test.for<[string, RequestListener, string]>([
  [
    'a picture',
    (_, response) => void response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
    'A477',
  ],
  ['more than it may have', (_, response) => void response.end('x'.repeat(2000)), 'A404'],
  [
    'more than it says',
    (_, response) => void response.writeHead(200, { 'content-length': 5000 }).write('x'),
    'A404',
  ],
  ['nothing for long', () => {}, 'A422'],
  [
    'a byte now and then',
    (_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    },
    'A422',
  ],
  ['that there is nothing', (_, response) => void response.writeHead(404).end(), 'A425'],
  [
    'half of it',
    (_, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('x', () => {
        response.destroy();
      });
    },
    'A421',
  ],
])('a server that sends %s', async ([, listener, code]) => {
  const { address } = await localServer(listener);
  const http = { ...DEFAULT_HTTP, timeoutSeconds: 0.3, totalSeconds: 0.6, attempts: 1 };
  expect(await outcome(address, { http, limits: { ...DOCUMENT_LIMITS, maximumBytes: 1000 } })).toBe(code);
});

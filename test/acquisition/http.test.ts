import { once } from 'node:events';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { AcquireOptions } from '../../src/acquisition/acquire.ts';
import type { ProgressEvent } from '../../src/acquisition/index.ts';
import { DEFAULT_HTTP, DEFAULT_LIMITS, acquire } from '../../src/acquisition/index.ts';
import { FoeprintError } from '../../src/facts/index.ts';
import { localServer } from '../support/local-server.ts';

const BUNDLE = '{"type":"bundle"}';
/** No waiting between attempts, and the middle of every random range. */
const WORLD = { sleep: async () => {}, random: () => 0.5 };

async function codeOf(location: string, options: AcquireOptions = {}): Promise<string> {
  try {
    await acquire(location, { world: WORLD, ...options });
    return 'acquired';
  } catch (error) {
    if (error instanceof FoeprintError) return error.code;
    throw error;
  }
}

test('fetches, reports progress, and keeps what the server says of the version', async () => {
  const { address } = await localServer((_, response) => {
    response.writeHead(200, {
      etag: '"one"',
      'last-modified': 'Sat, 01 Nov 2025 00:00:00 GMT',
      'content-length': BUNDLE.length,
    });
    response.end(BUNDLE);
  });
  const events: ProgressEvent[] = [];
  const acquisition = await acquire(`${address}/a.json`, { progress: (event) => events.push(event) });
  expect(acquisition).toMatchObject({
    documents: [{ parsed: { type: 'bundle' }, location: `${address}/a.json` }],
    validators: { etag: '"one"', lastModified: 'Sat, 01 Nov 2025 00:00:00 GMT' },
  });
  expect(events).toContainEqual({ step: 'fetch', location: `${address}/a.json`, done: 17, total: 17 });
  expect(events.map(({ step }) => step)).toEqual(['fetch', 'unpack', 'parse']);
});

test('asks only for what is newer', async () => {
  const { address, requests } = await localServer((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"one"' ? 304 : 200);
    response.end();
  });
  const validators = { etag: '"one"', lastModified: 'Sat, 01 Nov 2025 00:00:00 GMT' };
  expect(await acquire(address, { validators })).toEqual({ unchanged: true });
  expect(requests[0]?.headers['if-modified-since']).toBe(validators.lastModified);
});

test('tries again, waiting longer each time, and says so', async () => {
  let answered = 0;
  const { address } = await localServer((_, response) => {
    answered++;
    if (answered === 2) return void response.destroy();
    response.writeHead(answered < 4 ? 503 : 200);
    response.end(BUNDLE);
  });
  const waits: number[] = [];
  const notes: (string | undefined)[] = [];
  await acquire(address, {
    http: { ...DEFAULT_HTTP, backoffSeconds: 1 },
    progress: ({ note }) => void (note !== undefined && notes.push(note)),
    world: { random: () => 0.5, sleep: async (milliseconds) => void waits.push(milliseconds) },
  });
  expect(waits).toEqual([1000, 2000, 4000]);
  expect(notes).toHaveLength(3);
  expect(notes[0]).toContain('503 Service Unavailable. Trying again in 1.0 s (2 of 4)');
});

test('waits as long as the server asks, within reason', async () => {
  const { address } = await localServer((_, response) => {
    response.writeHead(429, { 'retry-after': '7' });
    response.end();
  });
  const waits: number[] = [];
  const world = { ...WORLD, sleep: async (milliseconds: number) => void waits.push(milliseconds) };
  expect(await codeOf(address, { world })).toBe('A423');
  expect(waits).toEqual([7000, 7000, 7000]);
});

test.for([
  [404, 'A425', 1],
  [401, 'A423', 1],
  [500, 'A423', 4],
] as const)('an answer of %s is %s after %s attempts', async ([status, code, attempts]) => {
  const { address, requests } = await localServer((_, response) => {
    response.writeHead(status);
    response.end('<html>');
  });
  expect(await codeOf(address)).toBe(code);
  expect(requests).toHaveLength(attempts);
});

test('a server that is not there', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  const port = typeof address === 'object' ? address?.port : 0;
  expect(await codeOf(`http://127.0.0.1:${port}/a.json`)).toBe('A421');
});

test('a server that says nothing, and one that stops in the middle', async () => {
  const http = { ...DEFAULT_HTTP, timeoutSeconds: 0.1, attempts: 2 };
  const dumb = await localServer(() => {});
  const stops = await localServer((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"type":');
  });
  expect(await codeOf(dumb.address, { http })).toBe('A422');
  expect(await codeOf(stops.address, { http })).toBe('A422');
  expect(stops.requests).toHaveLength(2);
});

test('a slow server that keeps sending is waited for', async () => {
  const { address } = await localServer((_, response) => {
    response.writeHead(200);
    const rest = Array.from(BUNDLE);
    const timer = setInterval(() => {
      const next = rest.shift();
      if (next !== undefined) return void response.write(next);
      clearInterval(timer);
      response.end();
    }, 30);
  });
  const http = { ...DEFAULT_HTTP, timeoutSeconds: 0.3, attempts: 1 };
  expect(await codeOf(address, { http })).toBe('acquired');
});

test('a connection that breaks in the middle is tried again, and half a file is never taken', async () => {
  const { address, requests } = await localServer((_, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write(BUNDLE, () => response.destroy());
  });
  expect(await codeOf(address)).toBe('A421');
  expect(requests).toHaveLength(4);
});

test('follows redirects up to a number', async () => {
  const { address } = await localServer((request, response) => {
    const left = Number(request.url?.slice(1));
    response.writeHead(left === 0 ? 200 : 302, left === 0 ? {} : { location: `/${left - 1}` });
    response.end(BUNDLE);
  });
  expect(await codeOf(`${address}/5`)).toBe('acquired');
  expect(await codeOf(`${address}/6`)).toBe('A424');
});

test.for(['file:///etc/hostname', 'ftp://example.org/', undefined])(
  'does not follow a redirect to %s',
  async (location) => {
    const { address } = await localServer((_, response) => {
      response.writeHead(302, location === undefined ? {} : { location });
      response.end();
    });
    expect(await codeOf(address)).toBe('A424');
  },
);

test('stops at the size limit, whether the server announces the size or not', async () => {
  const limits = { ...DEFAULT_LIMITS, maximumBytes: 100_000 };
  let sent = 0;
  const endless = await localServer((_, response) => {
    response.writeHead(200);
    const chunk = Buffer.alloc(10_000);
    const pump = (): void => {
      if (response.destroyed) return;
      sent += chunk.length;
      response.write(chunk, pump);
    };
    pump();
  });
  const announced = await localServer((_, response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    response.end(Buffer.alloc(1_000_000));
  });
  const packed = await localServer((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(gzipSync(Buffer.alloc(1_000_000)));
  });
  expect(await codeOf(endless.address, { limits })).toBe('A404');
  expect(sent).toBeLessThan(20_000_000);
  expect(await codeOf(announced.address, { limits })).toBe('A404');
  expect(await codeOf(packed.address, { limits })).toBe('A404');
});

test('an error page that claims to be fine is recognised', async () => {
  const { address } = await localServer((_, response) => {
    response.end('<!doctype html><title>Log in</title>');
  });
  expect(await codeOf(address)).toBe('A413');
});

test('a server that sends a byte now and then is given up, and not asked again', async () => {
  const drips: ReturnType<typeof setInterval>[] = [];
  const { address, requests } = await localServer((_, response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    drips.push(setInterval(() => response.write(' '), 20));
    response.on('close', () => drips.forEach(clearInterval));
  });
  const http = { ...DEFAULT_HTTP, timeoutSeconds: 5, totalSeconds: 0.3, attempts: 4 };
  expect(await codeOf(address, { http })).toBe('A422');
  expect(requests).toHaveLength(1);
});

test('"not modified" is no answer to whoever has nothing yet', async () => {
  const { address } = await localServer((_, response) => {
    response.writeHead(304);
    response.end();
  });
  expect(await codeOf(address)).toBe('A423');
});

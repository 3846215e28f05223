import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PackedBody, packingFor } from '../http/packed-body.ts';
import { hasTag } from '../http/send-answer.ts';
import type { RouteGroup } from './route-group.ts';

/** The web application: files as they were built, and its page for every address that is a page of it. */
export const web: RouteGroup = {
  name: 'web',
  register: (app, { webFolder }) => {
    /** Files as they were read, by where they are: few, and each packed once. */
    const read = new Map<string, WebFile>();
    app.get(
      '/*',
      { config: { access: 'open' } },
      async (request, reply) => await webFile(webFolder, read, request, reply),
    );
  },
};

async function webFile(
  folder: string,
  read: Map<string, WebFile>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = new URL(request.url, 'http://localhost').pathname;
  const asked = path === '/' ? PAGE : path.slice(1);
  // What a page is about may have a dot in it: T1059.001.
  const isFile = TYPES[extname(path)] !== undefined;
  const found = await fileAt(folder, isFile ? asked : PAGE, read);
  // What is there for another method is said as everywhere.
  if (found === undefined || asked.startsWith('api/')) {
    reply.callNotFound();
    return reply;
  }
  const { body, tag, type, isForever } = found;
  void reply.header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache');
  void reply.header('vary', 'accept-encoding').header('etag', `W/"${tag}"`);
  if (hasTag(request, tag)) return await reply.code(304).send();
  const packing = packingFor(request.headers['accept-encoding'], type, body.size);
  if (packing !== 'identity') void reply.header('content-encoding', packing);
  return await reply.type(type).send(await body.bytes(packing));
}

const PAGE = 'index.html';

/** What a file of the application is, by its ending; nothing else is served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

interface WebFile {
  readonly body: PackedBody;
  /** Names what is in it. */
  readonly tag: string;
  readonly type: string;
  /** Whether its name changes with what is in it. */
  readonly isForever: boolean;
}

/** A file of the folder, by names that lead nowhere else; undefined where there is none. Read anew where it was built anew. */
async function fileAt(
  folder: string,
  path: string,
  read: Map<string, WebFile>,
): Promise<WebFile | undefined> {
  const type = TYPES[extname(path)];
  if (type === undefined || !/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/u.test(path)) return undefined;
  const file = join(folder, path);
  const state = await stat(file).catch(() => undefined);
  if (state?.isFile() !== true) return undefined;
  const tag = `${String(state.size)}-${String(Math.floor(state.mtimeMs))}`;
  const known = read.get(file);
  if (known?.tag === tag) return known;
  // As Vite names what it builds.
  const isForever = /^assets\/.+-[\w-]{8}\.\w+$/u.test(path);
  const found = { body: new PackedBody(await readFile(file)), tag, type, isForever };
  read.set(file, found);
  return found;
}

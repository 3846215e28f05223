import { readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { RouteGroup } from './route-group.ts';

/** The web application: files as they were built, and its page for every address that is a page of it. */
export const web: RouteGroup = {
  name: 'web',
  register: (app, { webFolder }) => {
    app.get(
      '/*',
      { config: { access: 'open' } },
      async (request, reply) => await webFile(webFolder, request, reply),
    );
  },
};

async function webFile(folder: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = new URL(request.url, 'http://localhost').pathname;
  const asked = path === '/' ? PAGE : path.slice(1);
  // What a page is about may have a dot in it: T1059.001.
  const isFile = TYPES[extname(path)] !== undefined;
  const found = await fileAt(folder, isFile ? asked : PAGE);
  if (found === undefined || asked.startsWith('api/'))
    throw errorOf(SERVER_ISSUES.noSuchAddress, `There is nothing at \`${path}\`.`);
  const { bytes, type, isForever } = found;
  return await reply
    .header('cache-control', isForever ? 'public, max-age=31536000, immutable' : 'no-cache')
    .type(type)
    .send(bytes);
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
  readonly bytes: Uint8Array;
  readonly type: string;
  /** Whether its name changes with what is in it. */
  readonly isForever: boolean;
}

/** A file of the folder, by names that lead nowhere else; undefined where there is none. */
async function fileAt(folder: string, path: string): Promise<WebFile | undefined> {
  const type = TYPES[extname(path)];
  if (type === undefined || !/^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*$/u.test(path)) return undefined;
  const file = join(folder, path);
  const isThere = await stat(file).then(
    (state) => state.isFile(),
    () => false,
  );
  if (!isThere) return undefined;
  // As Vite names what it builds.
  const isForever = /^assets\/.+-[\w-]{8}\.\w+$/u.test(path);
  return { bytes: await readFile(file), type, isForever };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { localServer } from './local-server.ts';

/** An event that the server has; times in seconds since 1970. */
export interface ServedEvent {
  readonly uuid: string;
  readonly info: string;
  readonly timestamp: number;
  readonly [field: string]: unknown;
}

/** What the server was asked for. */
export interface MispQuestion {
  readonly page: number;
  readonly limit: number;
  readonly [field: string]: unknown;
}

interface Served {
  readonly key: string;
  readonly events: ServedEvent[];
  /** Answers in place of the server where it says that it did. */
  readonly instead?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

/** The search for events of a MISP server, for one test. */
export async function mispServer(
  served: Served,
): Promise<Awaited<ReturnType<typeof localServer>> & { readonly questions: readonly MispQuestion[] }> {
  const questions: MispQuestion[] = [];
  const { address, requests } = await localServer((request, response) => {
    if (served.instead?.(request, response) === true) return;
    const isAsked = request.method === 'POST' && request.url === '/events/restSearch';
    if (!isAsked) return void response.writeHead(404).end();
    if (request.headers.authorization !== served.key) return void response.writeHead(403).end();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const question: MispQuestion = JSON.parse(Buffer.concat(chunks).toString());
      questions.push(question);
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ response: found(served.events, question) }));
    });
  });
  return { address, requests, questions };
}

function found(events: readonly ServedEvent[], { page, limit, timestamp }: MispQuestion): readonly unknown[] {
  const there = events.filter((event) => typeof timestamp !== 'number' || event.timestamp >= timestamp);
  return there.slice((page - 1) * limit, page * limit).map((event) => ({ Event: event }));
}

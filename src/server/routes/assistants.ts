import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorOf } from '../../facts/index.ts';
import { ROLES } from '../../home/index.ts';
import type { Act } from '../answering/assistant-call.ts';
import { whoIs, type Caller } from '../http/caller.ts';
import { SERVER_ISSUES } from '../issues.ts';
import type { Serving } from '../serving.ts';
import type { RouteGroup } from './route-group.ts';

/** Largest request of an assistant, in bytes: a text to be read is the longest of it. */
const LARGEST = 4 * 1024 * 1024;

/** Assistants, by the Model Context Protocol over HTTP: who asks is known as everywhere, and sees what they are cleared for. */
export const assistants: RouteGroup = {
  name: 'assistants',
  register: async (app, serving) => {
    await app.register((scope, _, done) => {
      // What is wrong with a body is said in the words of the protocol.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, parsed) => parsed(null, body));
      scope.route({
        method: ['GET', 'POST', 'DELETE'],
        url: '/mcp',
        bodyLimit: LARGEST,
        handler: async (request, reply) => await conversed(request, reply, serving),
      });
      done();
    });
  },
};

async function conversed(
  request: FastifyRequest,
  reply: FastifyReply,
  serving: Serving,
): Promise<FastifyReply> {
  const { method, body, caller } = request;
  const http = {
    method,
    headers: headersOf(request),
    ...(typeof body === 'string' && method === 'POST' ? { body } : {}),
  };
  const mayWrite = serving.assistantsWrite && roleOf(caller) !== undefined;
  const call = { http, clearance: caller.clearance, mayWrite };
  const { faults, ...answer } = await serving.answering.converse(call, actOf(caller, serving));
  for (const fault of faults) request.log.error({ fault }, 'a tool failed');
  void reply.code(answer.status).headers(answer.headers).header('cache-control', 'no-store');
  return await reply.send(answer.body);
}

/** What the protocol reads of the headers; nothing of what lets somebody in. */
function headersOf({ headers }: FastifyRequest): Readonly<Record<string, string>> {
  const read = Object.entries(headers).flatMap(([name, value]) =>
    (name === 'accept' || name === 'content-type' || name.startsWith('mcp-')) && typeof value === 'string'
      ? [[name, value] as const]
      : [],
  );
  return Object.fromEntries(read);
}

/** Does what a tool changes as whoever asks, and at once or not at all: a question behind it would wait as long. */
function actOf(caller: Caller, { home, writer }: Serving): Act {
  return async (name, given) => {
    const role = roleOf(caller);
    if (role === undefined) throw errorOf(SERVER_ISSUES.notAllowed, 'It takes the role analyst.');
    if (writer.isBusy) throw errorOf(SERVER_ISSUES.busy, 'Something else is being changed.');
    const options = { who: whoIs(caller), role, clearance: caller.clearance, through: 'mcp' } as const;
    return await writer.do({ home, name, given, options }, nothing, nothing);
  };
}

/** A reader has no role among those who act. */
function roleOf({ role }: Caller): (typeof ROLES)[number] | undefined {
  return ROLES.find((each) => each === role);
}

function nothing(): void {
  // Nobody watches how far it has come.
}

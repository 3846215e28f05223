import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '../answering/answering.ts';
import { packingFor } from './packed-body.ts';
import { sayPage } from './page-links.ts';

/** Answers hold words of others: shown by themselves they run nothing, and load nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Bodies of more bytes than that are packed as they go. */
const LONG = 8 * 1024 * 1024;

/** Whether a request brings the tag of an answer that it has, as `If-None-Match`. */
export function hasTag({ headers }: Pick<FastifyRequest, 'headers'>, tag: string): boolean {
  const tags = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//u, ''));
  return tags.includes(`"${tag}"`);
}

/**
 * Sends an answer.
 *
 * @param name what a browser is to call it, without an ending
 */
export async function sendAnswer(
  name: string,
  { kept, tag }: Outcome,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { media, marking, page } = kept.answer;
  void reply.header('cache-control', tag === undefined ? 'no-store' : 'private, no-cache');
  void reply.header('vary', 'accept, accept-encoding, authorization, cookie');
  if (tag !== undefined) void reply.header('etag', `W/"${tag}"`);
  if (marking !== undefined) void reply.header('foeprint-marking', marking);
  if (page !== undefined) sayPage(reply, request.url, page);
  const whole = await kept.bytes('identity');
  if (whole.byteLength === 0) return await reply.code(204).send();
  const packing = packingFor(request.headers['accept-encoding'], media.type, whole.byteLength);
  if (packing !== 'identity') void reply.header('content-encoding', packing);
  return await reply
    .header('content-disposition', `inline; filename="${name}.${media.ending}"`)
    .header('content-security-policy', POLICY)
    .type(media.type)
    .send(await kept.sent(packing, whole.byteLength > LONG));
}

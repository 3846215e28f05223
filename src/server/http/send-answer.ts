import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Outcome } from '../answering/answering.ts';
import type { Packing } from '../answering/kept-answers.ts';

/** Answers hold words of others: shown by themselves they run nothing, and load nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** Smaller than that, packing takes longer than sending. */
const WORTH_PACKING = 1024;

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
  const { media, marking } = kept.answer;
  void reply.header('cache-control', tag === undefined ? 'no-store' : 'private, no-cache');
  void reply.header('vary', 'accept, accept-encoding, authorization, cookie');
  if (tag !== undefined) void reply.header('etag', `W/"${tag}"`);
  if (marking !== undefined) void reply.header('foeprint-marking', marking);
  const whole = await kept.bytes('identity');
  if (whole.byteLength === 0) return await reply.code(204).send();
  const packing = /^(?:text\/|application\/(?:json|stix|x-ndjson)|image\/svg)/u.test(media.type)
    ? packingFor(request.headers['accept-encoding'], whole.byteLength)
    : 'identity';
  if (packing !== 'identity') void reply.header('content-encoding', packing);
  return await reply
    .header('content-disposition', `inline; filename="${name}.${media.ending}"`)
    .header('content-security-policy', POLICY)
    .type(media.type)
    .send(await kept.bytes(packing));
}

/** Brotli before gzip, where it is accepted at all. */
export function packingFor(accepted: string | undefined, size: number): Packing {
  if (size < WORTH_PACKING) return 'identity';
  const welcome = new Set(
    (accepted ?? '')
      .split(',')
      .map((each) => each.trim().toLowerCase())
      .filter((each) => !/;\s*q=0(?:\.0*)?$/u.test(each))
      .map((each) => each.split(';', 1)[0]),
  );
  if (welcome.has('br')) return 'br';
  return welcome.has('gzip') ? 'gzip' : 'identity';
}

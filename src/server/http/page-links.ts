import type { FastifyReply } from 'fastify';
import type { GivenPage } from '../answering/page.ts';

/**
 * Says which page was sent: how many there are in all, and where the first, the one before and the next stand, as RFC 8288 has it. What
 * stands in the body of a question is sent again with them.
 *
 * @param url path and query of the request
 */
export function sayPage(
  reply: FastifyReply,
  url: string,
  { offset, limit, total, hasMore }: GivenPage,
): void {
  if (total !== undefined) void reply.header('foeprint-total', total);
  const links = [
    ...(offset > 0
      ? [linkTo(url, 0, limit, 'first'), linkTo(url, Math.max(0, offset - limit), limit, 'prev')]
      : []),
    // A page of nothing leads nowhere: who follows it would never end.
    ...(hasMore && limit > 0 ? [linkTo(url, offset + limit, limit, 'next')] : []),
  ];
  if (links.length > 0) void reply.header('link', links.join(', '));
}

function linkTo(url: string, offset: number, limit: number, rel: string): string {
  const { pathname, searchParams: search } = new URL(url, 'http://localhost');
  search.set('offset', String(offset));
  search.set('limit', String(limit));
  return `<${pathname}?${search.toString()}>; rel="${rel}"`;
}

import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';

/** A request of the protocol as it came over HTTP, as plain data. */
export interface HttpCall {
  readonly method: string;
  /** Those that the protocol reads, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent where there is none. */
  readonly body?: string;
}

/** What is sent back. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Answers one request over HTTP. Nothing is kept between two of them, in either generation of the protocol: there are no sessions, and
 * no streams that stay open, since nothing of what is listed changes while a server runs.
 *
 * @param make makes the server for this request
 */
export async function answerOverHttp(
  make: () => McpServer,
  { method, headers, body }: HttpCall,
): Promise<HttpReply> {
  const handler = createMcpHandler(make, { maxSubscriptions: 0, keepAliveMs: 0 });
  try {
    const given = { method, headers, ...(body === undefined ? {} : { body }) };
    const response = await handler.fetch(new Request('http://localhost/mcp', given));
    // An event stream ends with the answer, so that it can be taken as a whole.
    const text = await response.text();
    return { status: response.status, headers: Object.fromEntries(response.headers), body: text };
  } finally {
    await handler.close();
  }
}

import { Client, InMemoryTransport, type CallToolResult } from '@modelcontextprotocol/client';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { onTestFinished } from 'vitest';
import { mcpServerOf, type McpOptions } from '../../src/mcp/index.ts';
import type { Access } from '../../src/desk/index.ts';

/** How each of the two generations of the protocol is asked for. */
export const ERAS = {
  '2026-07-28': { versionNegotiation: { mode: 'auto' } },
  '2025-11-25': {},
} as const;

/** A version of the protocol that both sides speak. */
export type Era = keyof typeof ERAS;

/** A client of a server in this process, for the life of a test. A fault of the server fails the call. */
export async function mcpClient(
  access: Access,
  { era = '2026-07-28', ...options }: Partial<McpOptions> & { readonly era?: Era } = {},
): Promise<Client> {
  const [one, other] = InMemoryTransport.createLinkedPair();
  const fault = (error: unknown): never => {
    throw error;
  };
  const served = serveStdio(() => mcpServerOf(access, { version: '0.0.0', fault, ...options }), {
    transport: other,
  });
  const client = new Client({ name: 'test', version: '1' }, ERAS[era]);
  await client.connect(one);
  onTestFinished(async () => {
    await client.close();
    await served.close();
  });
  return client;
}

/** What a tool gave; of a refusal, its issues. */
export type Called = CallToolResult & { readonly structuredContent: Readonly<Record<string, unknown>> };

/** The texts of a result, joined. */
export function textOf({ content }: Pick<CallToolResult, 'content'>): string {
  return content.flatMap((each) => (each.type === 'text' ? [each.text] : [])).join('\n');
}

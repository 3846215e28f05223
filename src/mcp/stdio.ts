import type { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

/**
 * Answers whoever started this process, over standard input and output, until either side ends it: nothing else may be written to
 * standard output meanwhile.
 *
 * @param make makes the server, once it is known which version of the protocol the other side speaks
 * @param fault is called with what is wrong with what comes in, or cannot be written
 * @returns when the input ends, or the process is asked to end
 */
export async function serveOnStdio(make: () => McpServer, fault: (error: unknown) => void): Promise<void> {
  const handle = serveStdio(make, { onerror: fault });
  await new Promise<void>((resolve) => {
    const end = (): void => resolve();
    process.stdin.once('end', end).once('close', end);
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, end);
  });
  await handle.close();
}

import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';

/** A server on the loopback interface for one test; gives its address and what it was asked. */
export async function localServer(
  answer: RequestListener,
): Promise<{ readonly address: string; readonly requests: readonly IncomingMessage[] }> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { address: `http://127.0.0.1:${port}`, requests };
}

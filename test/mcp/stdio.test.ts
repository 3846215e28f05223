import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { expect, onTestFinished, test } from 'vitest';
import { builtMain } from '../support/built-command-line.ts';
import { ERAS, type Era } from '../support/mcp-client.ts';
import { NO_CONFIG, sampleHome } from '../support/sample-home.ts';

// The process as an assistant starts it, with nothing but its standard input and output.

const { path, run } = sampleHome();
const words = (...more: readonly string[]) => ['mcp', '--home', path('home'), '--config', NO_CONFIG, ...more];

test.for(Object.keys(ERAS) as Era[])(
  'a client of %s talks to the process',
  { timeout: 240_000 },
  async (era) => {
    const client = new Client({ name: 'test', version: '1' }, ERAS[era]);
    onTestFinished(async () => await client.close());
    await client.connect(
      new StdioClientTransport({ command: process.execPath, args: [builtMain(), ...words()] }),
    );
    expect(client.getNegotiatedProtocolVersion()).toBe(era);
    const { structuredContent } = await client.callTool({
      name: 'find',
      arguments: { words: 'Example Heron' },
    });
    expect(structuredContent).toMatchObject({
      found: expect.arrayContaining([expect.objectContaining({ match: 'itself' })]),
      is_ambiguous: false,
    });
    // Another process loads while this one answers.
    expect(
      await run('assert', 'G9003', 'uses', 'T9001.001', '--source', era, '--tlp', 'clear'),
    ).toMatchObject({
      exitCode: 0,
    });
    const explained = await client.callTool({
      name: 'explain',
      arguments: { subject: 'G9003', object: 'T9001.001' },
    });
    expect(explained.structuredContent).toMatchObject({ reasons: [{ status: 'reported' }] });
  },
);

const OPENING = { jsonrpc: '2.0', id: 1, method: 'initialize' };
const INITIALIZE = {
  ...OPENING,
  params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

test.for(['end of input', 'SIGTERM'] as const)(
  'it ends by %s, and writes nothing but messages',
  { timeout: 240_000 },
  async (end) => {
    const server = spawn(process.execPath, [builtMain(), ...words()]);
    onTestFinished(() => void server.kill('SIGKILL'));
    let out = '';
    server.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    server.stdin.write(`${JSON.stringify(INITIALIZE)}\n`);
    await once(server.stdout, 'data');
    if (end === 'SIGTERM') server.kill('SIGTERM');
    else server.stdin.end();
    expect(await once(server, 'exit')).toEqual([0, null]);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{ jsonrpc: '2.0', id: 1, result: { serverInfo: { name: 'foeprint' } } }]);
  },
);

test('what is no message is complained of on standard error alone', { timeout: 240_000 }, async () => {
  const server = spawn(process.execPath, [builtMain(), ...words()]);
  onTestFinished(() => void server.kill('SIGKILL'));
  let out = '';
  server.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
  server.stdin.write(`no message\n${JSON.stringify(INITIALIZE)}\n`);
  await once(server.stdout, 'data');
  server.stdin.end();
  expect(await once(server, 'exit')).toEqual([0, null]);
  for (const line of out.trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
});

import { expect, test } from 'vitest';
import { accessTo } from '../../src/home/index.ts';
import { TOOLS } from '../../src/mcp/tools/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { mcpClient, textOf, ERAS, type Era } from '../support/mcp-client.ts';

const home = contractHome();
const access = () => accessTo(async () => await Promise.resolve(home.open()));

test.for(Object.keys(ERAS) as Era[])('a client of %s is answered in it', async (era) => {
  const client = await mcpClient(access(), { era });
  expect(client.getNegotiatedProtocolVersion()).toBe(era);
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  const { structuredContent } = await client.callTool({
    name: 'profile_group',
    arguments: { group: 'G9001' },
  });
  expect(structuredContent).toMatchObject({ group: { id: 'G9001', name: 'Example Heron' } });
});

test('tools are listed without anything being opened, with what they take and give', async () => {
  const client = await mcpClient(
    accessTo(() => {
      throw new Error('nothing is to be opened');
    }),
  );
  const { tools } = await client.listTools();
  for (const { description = '', inputSchema, outputSchema, annotations } of tools) {
    expect(description.length).toBeGreaterThan(100);
    expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
    expect(outputSchema).toMatchObject({ type: 'object' });
    expect(outputSchema?.['required']).toEqual(
      expect.arrayContaining(['release', 'as_of', 'tlp', 'citations', 'why', 'notices']),
    );
    expect(annotations).toMatchObject({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    });
  }
});

test('what cannot be answered is said with its code and the next step', async () => {
  const client = await mcpClient(access());
  const call = async (name: string, given: Readonly<Record<string, unknown>>): Promise<string> => {
    const result = await client.callTool({ name, arguments: given });
    expect(result.isError).toBe(true);
    return textOf(result);
  };
  expect(await call('profile_group', { group: 'Nobody' })).toMatch(
    /^W601: Nothing in view is called “Nobody”\. /u,
  );
  expect(await call('profile_group', { group: 'G9001', limit: 51 })).toMatch(
    /^M101: .*`limit` must be 50 or less/u,
  );
  expect(await call('profile_group', { team: 'G9001' })).toMatch(/M101: .*has no field `team`/u);
  expect(await call('profile_group', { group: 'G9001', tactic: 'Knitting' })).toMatch(
    /^M101: .*“Knitting”.*It serves /u,
  );
  expect(await call('profile_group', { group: 'G9001', release: '99' })).toMatch(
    /^K201: Release 99 is not loaded/u,
  );
});

test('lists go on where a page ends, and a cursor of another list is refused', async () => {
  const client = await mcpClient(access());
  const page = async (given: Readonly<Record<string, unknown>>) =>
    await client.callTool({
      name: 'get_technique',
      arguments: { technique: 'T9001.001', limit: 1, ...given },
    });
  const users: unknown[] = [];
  let cursor: unknown;
  let total = 0;
  do {
    const { structuredContent } = await page(cursor === undefined ? {} : { cursor });
    const given: { users?: unknown[]; total?: number; next_cursor?: string } = {
      ...(structuredContent as object),
    };
    expect(given.users).toHaveLength(1);
    users.push(...(given.users ?? []));
    total = given.total ?? 0;
    cursor = given.next_cursor;
  } while (cursor !== undefined);
  expect(users).toHaveLength(total);
  expect(total).toBeGreaterThan(1);
  expect(new Set(users.map((user) => JSON.stringify(user))).size).toBe(total);
  const { structuredContent } = await page({});
  const first: { next_cursor?: string } = { ...(structuredContent as object) };
  const foreign = await page({ technique: 'T9003', cursor: first.next_cursor });
  expect(textOf(foreign)).toMatch(/^M102: /u);
  expect(textOf(await page({ cursor: 'next' }))).toMatch(/^M102: /u);
});

test('what is loaded meanwhile is answered from', async () => {
  const client = await mcpClient(access());
  const users = async () => {
    const { structuredContent } = await client.callTool({
      name: 'get_technique',
      arguments: { technique: 'T9001' },
    });
    const { total }: { total?: number } = { ...(structuredContent as object) };
    return total ?? 0;
  };
  const before = await users();
  const claim = ['assert', 'G9003', 'uses', 'T9001', '--source', 'IR-1', '--tlp', 'clear'];
  // Over another connection, as another process would.
  expect(await home.run(...claim)).toMatchObject({ exitCode: 0 });
  expect(await users()).toBe(before + 1);
});

test('a fault of ours is said as one, and nothing of it', async () => {
  const faults: unknown[] = [];
  const client = await mcpClient(
    accessTo(() => Promise.reject(new TypeError('inside'))),
    { fault: (error) => faults.push(error) },
  );
  const result = await client.callTool({ name: 'find', arguments: { words: 'heron' } });
  expect(result.isError).toBe(true);
  expect(textOf(result)).toMatch(/^M190: The tool `find` failed\./u);
  expect(textOf(result)).not.toContain('inside');
  expect(faults).toEqual([new TypeError('inside')]);
});

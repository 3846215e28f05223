import { expect, test } from 'vitest';
import { act, journalOf } from '../../src/actions/index.ts';
import { accessTo } from '../../src/home/index.ts';
import type { Act } from '../../src/mcp/index.ts';
import { WRITING_TOOLS } from '../../src/mcp/tools/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { mcpClient, textOf } from '../support/mcp-client.ts';

const home = contractHome();
const access = () => accessTo(async () => await Promise.resolve(home.open()));
const doing: Act = async (name, given) =>
  await act(home.open(), name, given, { who: 'a test', through: 'mcp' });

test('without being allowed to, there are no tools that change anything', async () => {
  const client = await mcpClient(access());
  const names = (await client.listTools()).tools.map(({ name }) => name);
  for (const { name } of WRITING_TOOLS) {
    expect(names).not.toContain(name);
    await expect(client.callTool({ name, arguments: {} })).rejects.toThrow(/not found/u);
  }
});

test('they are marked as what they are', async () => {
  const { tools } = await (await mcpClient(access(), { act: doing })).listTools();
  const writing = tools.filter(({ annotations }) => annotations?.readOnlyHint === false);
  expect(writing.map(({ name }) => name)).toEqual(WRITING_TOOLS.map(({ name }) => name));
  for (const { annotations } of writing) expect(annotations).toMatchObject({ destructiveHint: false });
});

test('an assertion is kept, answered from, and in the journal', async () => {
  const client = await mcpClient(access(), { act: doing });
  const given = { subject: 'G9003', relation: 'uses', object: 'T9003', source: 'IR-9', tlp: 'clear' };
  const result = await client.callTool({ name: 'record_assertion', arguments: given });
  expect(result.structuredContent).toMatchObject({
    label: expect.stringMatching(/^AS-/u),
    status: 'suspected',
    marking: 'clear',
  });
  const why = await client.callTool({ name: 'explain', arguments: { subject: 'G9003', object: 'T9003' } });
  expect(why.structuredContent).toMatchObject({ reasons: [{ status: 'reported' }] });
  const { journal } = result.structuredContent as { readonly journal: number };
  const [entry] = (await journalOf(home.open(), undefined)).entries;
  expect(entry).toMatchObject({ entry: journal, action: 'assert', who: 'a test', through: 'mcp' });
});

test('a decision on a suggestion is kept', async () => {
  const client = await mcpClient(access(), { act: doing });
  const report = 'The night of the ferry';
  const read = async () => {
    const { structuredContent } = await client.callTool({ name: 'read_report', arguments: { report } });
    return structuredContent as {
      readonly decided: number;
      readonly label: string;
      readonly suggestions: readonly { readonly key: string }[];
    };
  };
  const before = await read();
  const [first] = before.suggestions;
  const decision = { report: before.label, key: first?.key, verdict: 'reject' };
  const result = await client.callTool({ name: 'review_suggestion', arguments: decision });
  expect(textOf(result)).toContain('reject');
  expect((await read()).decided).toBe(before.decided + 1);
  await client.callTool({ name: 'review_suggestion', arguments: { ...decision, verdict: 'undo' } });
  expect((await read()).decided).toBe(before.decided);
  const unknown = await client.callTool({
    name: 'review_suggestion',
    arguments: { ...decision, key: 'uses/nobody/nothing' },
  });
  expect(unknown.isError).toBe(true);
});

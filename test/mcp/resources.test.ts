import { expect, test } from 'vitest';
import { accessTo } from '../../src/home/index.ts';
import { PROMPTS } from '../../src/mcp/prompts/prompts.ts';
import { RESOURCES } from '../../src/mcp/resources/resources.ts';
import { TOOLS } from '../../src/mcp/tools/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { mcpClient } from '../support/mcp-client.ts';

const home = contractHome();
const client = async () => await mcpClient(accessTo(async () => await Promise.resolve(home.open())));

/** What stands at an address. */
async function at(uri: string): Promise<{ readonly text: string; readonly mimeType: string | undefined }> {
  const { contents } = await (await client()).readResource({ uri });
  const [first] = contents;
  if (first === undefined || !('text' in first)) throw new Error('nothing stands there');
  expect(first).toHaveProperty('_meta', { 'foeprint/tlp': expect.stringMatching(/^TLP:/u) });
  return { text: first.text, mimeType: first.mimeType };
}

test('kinds of resources are listed as templates', async () => {
  const { resourceTemplates } = await (await client()).listResourceTemplates();
  expect(resourceTemplates.map(({ name }) => name)).toEqual(RESOURCES.map(({ kind }) => kind));
  expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toContain(
    'foeprint://why/{subject}~{object}',
  );
});

test('a resource is what its tool answers', async () => {
  const connected = await client();
  const { structuredContent } = await connected.callTool({
    name: 'profile_group',
    arguments: { group: 'G9001', limit: 50 },
  });
  expect(JSON.parse((await at('foeprint://group/G9001')).text)).toEqual(structuredContent);
});

test.for([
  ['foeprint://technique/T9001.001', { technique: { id: 'T9001.001' } }],
  ['foeprint://why/G9001~T9001.001', { reasons: [{ status: 'reported' }] }],
  ['foeprint://report/The%20raid%20of%20spring', { name: 'The raid of spring' }],
  ['foeprint://layer/G9001', { versions: { layer: '4.5' }, techniques: expect.any(Array) }],
] as const)('%s can be read', async ([uri, has]) => {
  const { text, mimeType } = await at(uri);
  expect(mimeType).toBe('application/json');
  expect(JSON.parse(text)).toMatchObject(has);
});

test('a layer of several groups, a plan and a bundle are made for other tools', async () => {
  const connected = await client();
  for (const [kind, of] of [
    ['layer', ['G9001', 'G9002']],
    ['plan', ['G9001']],
    ['stix', ['The raid of spring']],
  ] as const) {
    const { structuredContent, content } = await connected.callTool({
      name: 'export_artifact',
      arguments: { kind, of },
    });
    const given = structuredContent as { readonly address: string; readonly mime_type: string };
    expect(content).toContainEqual(expect.objectContaining({ type: 'resource_link', uri: given.address }));
    const { text, mimeType } = await at(given.address);
    expect(mimeType).toBe(given.mime_type);
    expect(text.length).toBeGreaterThan(100);
  }
});

test('every link of a result leads to something', async () => {
  const connected = await client();
  const { content, structuredContent } = await connected.callTool({
    name: 'profile_group',
    arguments: { group: 'G9001', limit: 3 },
  });
  const links = content.flatMap((each) => (each.type === 'resource_link' ? [each.uri] : []));
  const { why } = structuredContent as { readonly why: readonly string[] };
  expect([...links, ...why].length).toBeGreaterThan(4);
  for (const uri of [...links, ...why]) expect((await at(uri)).text).toContain('G9001');
});

test('what is nothing is refused with its code', async () => {
  const connected = await client();
  await expect(connected.readResource({ uri: 'foeprint://group/Nobody' })).rejects.toThrow(/W601/u);
  await expect(connected.readResource({ uri: 'foeprint://layer/Nobody' })).rejects.toThrow(/W601/u);
  await expect(connected.readResource({ uri: 'foeprint://elsewhere/1' })).rejects.toThrow();
  await expect(connected.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow();
});

test.for([
  ['foeprint://group/{id}', 'id', 'G900', 'G9001'],
  ['foeprint://group/{id}', 'id', 'heron', 'G9001'],
  ['foeprint://technique/{id}', 'id', 'T9001.', 'T9001.001'],
  ['foeprint://why/{subject}~{object}', 'object', 'T9001', 'T9001.001'],
  ['foeprint://report/{id}', 'id', 'REP-', expect.stringMatching(/^REP-/u)],
] as const)('%s: %s completes “%s”', async ([uri, name, value, found]) => {
  const { completion } = await (
    await client()
  ).complete({
    ref: { type: 'ref/resource', uri },
    argument: { name, value },
  });
  expect(completion.values).toContainEqual(found);
});

test('prompts name tools that are there, and take what they list', async () => {
  const connected = await client();
  const { prompts } = await connected.listPrompts();
  expect(prompts.map(({ name }) => name)).toEqual(PROMPTS.map(({ name }) => name));
  const names = TOOLS.map(({ name }) => name);
  for (const { name, arguments: listed = [] } of prompts) {
    const given = Object.fromEntries(listed.map((each) => [each.name, `the ${each.name}`]));
    const { messages } = await connected.getPrompt({ name, arguments: given });
    const said = JSON.stringify(messages);
    for (const value of Object.values(given)) expect(said).toContain(value);
    const tools = [...said.matchAll(/`([a-z]+_[a-z]+)`/gu)].map(([, tool = '']) => tool);
    expect(tools.filter((tool) => !names.includes(tool) && tool !== 'quoted_text')).toEqual([]);
    expect(tools.length).toBeGreaterThan(1);
  }
  await expect(connected.getPrompt({ name: 'brief_group', arguments: {} })).rejects.toThrow(/group/u);
});

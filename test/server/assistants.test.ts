import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { journalOf } from '../../src/actions/index.ts';
import { addToken, openHome } from '../../src/home/index.ts';
import { TOOLS, WRITING_TOOLS } from '../../src/mcp/tools/index.ts';
import { startServer, type RunningServer } from '../../src/server/index.ts';
import { contractHome } from '../contract/use-cases/home.ts';
import { hasRealData } from '../support/real-data.ts';
import { copyRealHome } from '../support/real-home.ts';
import { keptFolder } from '../support/temporary-folder.ts';
import { ERAS, textOf, type Era } from '../support/mcp-client.ts';

/* Assistants over HTTP, by the client that comes with the protocol: who they ask for is known, and bounds what they see and do. */

const { path, open } = contractHome();
const tokens = new Map<string, string>();
let reading: RunningServer;
let writing: RunningServer;

beforeAll(async () => {
  for (const [role, clearance] of [
    ['reader', 'green'],
    ['reader', 'red'],
    ['analyst', 'red'],
  ] as const) {
    const name = `${role} ${clearance}`;
    const { secret } = await addToken(
      path('home/tokens.json'),
      { name, role, clearance },
      new Date().toISOString(),
    );
    tokens.set(name, secret);
  }
  const common = { home: path('home'), port: 0, auth: true, clearance: 'red' } as const;
  reading = await startServer(common);
  writing = await startServer({ ...common, assistantsWrite: true });
});
afterAll(async () => {
  await reading.close();
  await writing.close();
});

async function clientOf(
  who: string | undefined,
  { era = '2026-07-28', server = reading }: { readonly era?: Era; readonly server?: RunningServer } = {},
): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' }, ERAS[era]);
  const headers = who === undefined ? {} : { authorization: `Bearer ${tokens.get(who) ?? ''}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/mcp', server.address), { requestInit: { headers } }),
  );
  onTestFinished(async () => await client.close());
  return client;
}

const ALL_ERAS = Object.keys(ERAS) as readonly Era[];

test.for(ALL_ERAS)('a client of %s is answered in it: every tool, resources and prompts', async (era) => {
  const client = await clientOf('reader red', { era });
  expect(client.getNegotiatedProtocolVersion()).toBe(era);
  expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name));
  for (const { name, example } of TOOLS) {
    const { isError = false } = await client.callTool({ name, arguments: { ...example } });
    expect({ name, isError }).toEqual({ name, isError: false });
  }
  const { structuredContent } = await client.callTool({
    name: 'profile_group',
    arguments: { group: 'G9001' },
  });
  expect(structuredContent).toMatchObject({ group: { id: 'G9001', name: 'Example Heron' } });
  const { contents } = await client.readResource({ uri: 'foeprint://group/G9001' });
  expect(JSON.stringify(contents)).toContain('Example Heron');
  const { messages } = await client.getPrompt({ name: 'brief_group', arguments: { group: 'G9001' } });
  expect(messages).toHaveLength(1);
});

test('each sees what their token is cleared for', async () => {
  const seen = async (who: string): Promise<string> => {
    const client = await clientOf(who);
    const { structuredContent } = await client.callTool({
      name: 'profile_group',
      arguments: { group: 'G9001' },
    });
    return JSON.stringify(structuredContent);
  };
  // At once, over one server.
  const [green, red] = await Promise.all([seen('reader green'), seen('reader red')]);
  expect(red).toContain('TLP:AMBER');
  expect(green).not.toContain('TLP:AMBER');
});

test('what records is there only where server and role allow it', async () => {
  const names = async (client: Client) =>
    (await client.listTools()).tools.map(({ name }) => name).filter((name) => WRITES.has(name));
  const WRITES = new Set(WRITING_TOOLS.map(({ name }) => name));
  expect(await names(await clientOf('analyst red'))).toEqual([]);
  expect(await names(await clientOf('reader red', { server: writing }))).toEqual([]);
  const client = await clientOf('analyst red', { server: writing });
  expect(await names(client)).toEqual([...WRITES]);
});

test('what is recorded is recorded as whoever asks, in the journal, and answered from', async () => {
  const client = await clientOf('analyst red', { server: writing });
  const given = { subject: 'G9003', relation: 'uses', object: 'T9003', source: 'IR-10', tlp: 'clear' };
  const result = await client.callTool({ name: 'record_assertion', arguments: given });
  expect(textOf(result)).not.toMatch(/^[A-Z]\d/u);
  const { journal } = result.structuredContent as { readonly journal: number };
  const home = await openHome({ home: path('home') });
  const [entry] = (await journalOf(home, undefined)).entries;
  await home.close();
  expect(entry).toMatchObject({ entry: journal, action: 'assert', who: 'analyst red', through: 'mcp' });
  const why = await client.callTool({ name: 'explain', arguments: { subject: 'G9003', object: 'T9003' } });
  expect(why.structuredContent).toMatchObject({ reasons: [{ status: 'reported' }] });
  const wrong = await client.callTool({
    name: 'record_assertion',
    arguments: { ...given, subject: 'Nobody' },
  });
  expect(wrong.isError).toBe(true);
  expect(textOf(wrong)).toMatch(/^I144: /u);
});

test('of several tools that record in one request, each is answered', async () => {
  const calls = ['FR', 'DE'].map((object, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'tools/call',
    params: {
      name: 'record_assertion',
      arguments: { subject: 'G9003', relation: 'targets', object, source: 'IR-12', tlp: 'clear' },
    },
  }));
  const answer = await fetch(new URL('/mcp', writing.address), {
    method: 'POST',
    headers: { ...TYPES, authorization: `Bearer ${tokens.get('analyst red') ?? ''}` },
    body: JSON.stringify(calls),
  });
  const body = await answer.text();
  expect(body).toContain('Kept as');
  for (const id of [0, 1]) expect(body).toContain(`"id":${String(id)}`);
});

const ASKS = { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} };
const TYPES = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

test.for([
  ['nobody known', {}, 401, 'N820'],
  ['a page of another site', { authorization: 'right', origin: 'https://evil.example' }, 403, 'N811'],
  ['another name', { authorization: 'right', host: 'evil.example' }, 403, 'N810'],
] as const)('%s is sent away', async ([, given, status, code]) => {
  const headers = {
    ...TYPES,
    host: 'localhost',
    ...given,
    ...('authorization' in given ? { authorization: `Bearer ${tokens.get('reader red') ?? ''}` } : {}),
  };
  const { statusCode, body } = await reading.app.inject({
    method: 'POST',
    url: '/mcp',
    headers,
    payload: ASKS,
  });
  expect(statusCode).toBe(status);
  expect(JSON.parse(body)).toMatchObject({ error: { issues: [{ code }] } });
});

test('what is no request of the protocol is refused in its words, and ends nothing', async () => {
  const headers = {
    ...TYPES,
    host: 'localhost',
    authorization: `Bearer ${tokens.get('reader red') ?? ''}`,
  };
  const send = async (more: object, payload?: string) =>
    await reading.app.inject({
      method: 'POST',
      url: '/mcp',
      headers: { ...headers, ...more },
      ...(payload === undefined ? {} : { payload }),
    });
  expect((await send({}, '{"jsonrpc"')).json()).toMatchObject({ error: { code: -32_700 } });
  expect((await send({}, '[]')).statusCode).toBe(400);
  expect((await send({ 'content-type': 'text/plain' }, JSON.stringify(ASKS))).statusCode).toBe(415);
  expect((await send({}, `"${'x'.repeat(4 * 1024 * 1024)}"`)).json()).toMatchObject({
    error: { issues: [{ code: 'N805' }] },
  });
  for (const method of ['GET', 'DELETE'] as const)
    expect((await reading.app.inject({ method, url: '/mcp', headers })).statusCode).toBe(405);
  const { statusCode } = await send({}, JSON.stringify(ASKS));
  expect(statusCode).toBe(200);
  // Nothing is announced, so nobody stays to listen.
  const listening = await send(
    { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'subscriptions/listen' },
    JSON.stringify({
      ...ASKS,
      method: 'subscriptions/listen',
      params: {
        notifications: { toolsListChanged: true },
        _meta: {
          'io.modelcontextprotocol/protocolVersion': '2026-07-28',
          'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
          'io.modelcontextprotocol/clientCapabilities': {},
        },
      },
    }),
  );
  expect(listening.body).toContain('Subscription limit reached');
  expect(open().config).toBeDefined();
});

/** A call of every tool that reads, with names of ATT&CK; and what a tool without anything to read is refused with. */
const CALLS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  knowledge_status: {},
  find: { words: 'Fancy Bear', limit: 50 },
  profile_group: { group: 'G0016', limit: 50 },
  explain: { subject: 'G0016', object: 'T1055' },
  get_technique: { technique: 'T1059.001', limit: 50 },
  compare_groups: { groups: ['G0007', 'G0016', 'G0032', 'G0010'], derived: true, limit: 50 },
  rank_threats: { sectors: ['energy'], countries: ['DE'], limit: 50 },
  triage_techniques: { techniques: ['T1059.001', 'T1566.001', 'T1003.001', 'T1021.002'], limit: 50 },
  extract_techniques: { text: 'APT29 used T1059.001 and Mimikatz to dump credentials from LSASS.' },
  coverage_gaps: { groups: ['G0016'], limit: 50 },
  plan_defences: { groups: ['G0016', 'G0007'], limit: 50 },
  diff_releases: { from: '17.1', to: '18.1', groups: ['G0016'], limit: 50 },
  sector_overlap: {},
  read_report: { report: 'none' },
  export_artifact: { kind: 'layer', of: ['G0016', 'G0007'] },
};
/** What these want is not in a home of ATT&CK and galaxies alone. */
const REFUSED: ReadonlySet<string> = new Set(['sector_overlap', 'read_report']);
/** The most that a result of fifty rows may be, in characters. */
const MOST = 80 * 1024;

describe.skipIf(!hasRealData)('on ATT&CK 18.1', () => {
  const folder = keptFolder();
  let server: RunningServer;
  beforeAll(async () => {
    await copyRealHome(join(folder.path, 'home'));
    server = await startServer({ home: join(folder.path, 'home'), port: 0 });
  }, 600_000);
  afterAll(async () => await server.close());

  test('every tool is called', () => {
    expect(Object.keys(CALLS).toSorted()).toEqual(TOOLS.map(({ name }) => name).toSorted());
  });

  test.for(Object.entries(CALLS))(
    '%s answers, no longer than a conversation holds',
    async ([name, given]) => {
      const client = await clientOf(undefined, { server });
      // The model that reads texts is learnt when it is first asked.
      const result = await client.callTool({ name, arguments: given }, { timeout: 300_000 });
      expect(result.isError ?? false, textOf(result)).toBe(REFUSED.has(name));
      const length = JSON.stringify(result).length;
      expect(length).toBeGreaterThan(100);
      expect(length).toBeLessThan(MOST);
    },
  );
});

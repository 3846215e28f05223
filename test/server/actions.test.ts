import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTIONS, type Action } from '../../src/actions/index.ts';
import { addToken, keptCoverage, keptOrganisation, openHome } from '../../src/home/index.ts';
import { makeServer } from '../../src/server/index.ts';
import { markingOfLevel } from '../../src/threat/index.ts';
import { sampleHome } from '../support/sample-home.ts';
import { bundle, labelled } from '../support/world/build.ts';

/* Who may change a home over HTTP, and what is sent by whoever means no good. */

const { path } = sampleHome();
let app: Awaited<ReturnType<typeof makeServer>>;
const tokens = new Map<string, string>();

beforeAll(async () => {
  writeFileSync(path('config.yaml'), 'limits: { maximumBytes: 200000 }\n');
  for (const [role, clearance] of [
    ['reader', 'red'],
    ['analyst', 'green'],
    ['admin', 'green'],
    ['admin', 'red'],
  ] as const) {
    const asked = { name: `${role} ${clearance}`, role, clearance };
    const { secret } = await addToken(path('home/tokens.json'), asked, new Date().toISOString());
    tokens.set(asked.name, secret);
  }
  app = await makeServer({ home: path('home'), config: path('config.yaml'), auth: true, clearance: 'red' });
});
afterAll(async () => await app.close());

interface Answered {
  readonly status: number;
  readonly codes: readonly string[];
  readonly body: string;
}

/** What a request comes to: asked about until it is done, since a process of its own takes its time to start. */
async function post(who: string, url: string, payload: object | FormData): Promise<Answered> {
  const sent = payload instanceof FormData ? new Response(payload) : Response.json(payload);
  const headers = {
    host: 'localhost',
    authorization: `Bearer ${tokens.get(who) ?? ''}`,
    'content-type': sent.headers.get('content-type') ?? '',
  };
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url,
    headers,
    payload: Buffer.from(await sent.arrayBuffer()),
  });
  const { job } = JSON.parse(body) as { readonly job?: string };
  if (job === undefined) return { status: statusCode, codes: codesIn(body), body };
  const asking = { ...headers, accept: 'text/event-stream' };
  const events = (await app.inject({ url: `/api/jobs/${job}`, headers: asking })).body;
  const last = events.trim().split('\n\n').at(-1) ?? '';
  return { status: last.includes('"state":"done"') ? 200 : 0, codes: codesIn(last), body: last };
}

function codesIn(body: string): readonly string[] {
  return [...body.matchAll(/"code":"([A-Z]\d+)"/gu)].map(([, code = '']) => code);
}

function formOf(
  field: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  given = {},
): FormData {
  const form = new FormData();
  form.append('given', JSON.stringify(given));
  form.append(field, new Blob([content]), name);
  return form;
}

const ROWS = await Promise.all(
  Object.entries(ACTIONS).map(async ([name, load]) => [name, (await load()) as Action] as const),
);

describe.for(ROWS)('%s', ([name, { role }]) => {
  test('is for whoever has its role', async () => {
    const url = `/api/actions/${name}`;
    expect((await post('nobody', url, {})).status).toBe(401);
    expect(await post('reader red', url, {})).toMatchObject({ status: 403, codes: ['N821'] });
    const { codes } = await post('analyst green', url, { 'no such field': true });
    expect([...new Set(codes)]).toEqual([role === 'admin' ? 'C862' : 'C861']);
  });
});

test('the journal and undoing are for analysts', async () => {
  const headers = { host: 'localhost', authorization: `Bearer ${tokens.get('reader red') ?? ''}` };
  expect((await app.inject({ url: '/api/journal', headers })).statusCode).toBe(403);
  expect(await post('reader red', '/api/undo/1', {})).toMatchObject({ status: 403 });
});

test(
  'what is marked above the clearance is neither seen nor undone nor taken out',
  { timeout: 240_000 },
  async () => {
    const said = { subject: 'G9001', relation: 'targets', object: 'LU', source: 'Night Shift', tlp: 'red' };
    const { body } = await post('admin red', '/api/actions/assert', said);
    const entry = /"journal":(\d+)/u.exec(body)?.[1] ?? expect.fail(body);
    const journalFor = async (who: string): Promise<string> => {
      const headers = { host: 'localhost', authorization: `Bearer ${tokens.get(who) ?? ''}` };
      return (await app.inject({ url: '/api/journal', headers })).body;
    };
    expect(await journalFor('admin red')).toContain('Night Shift');
    expect(await journalFor('admin green')).not.toContain('Night Shift');
    expect(await journalFor('admin green')).toContain('"isHidden":true');
    expect((await post('admin green', `/api/undo/${entry}`, {})).codes).toEqual(['C863']);
    expect((await post('admin green', '/api/actions/forget', { source: 'Night Shift' })).codes).toEqual([
      'H513',
    ]);
    expect((await post('admin red', `/api/undo/${entry}`, {})).status).toBe(200);
  },
);

test.for([
  ['a file of the server', { locations: ['/etc/passwd'] }, 'N841'],
  ['standard input', { locations: ['-'] }, 'N841'],
  ['a list in place of the fields', [], 'N804'],
] as const)('%s is refused', async ([, given, code]) => {
  expect((await post('admin red', '/api/actions/load', given)).codes).toEqual([code]);
});

test.for([
  ['no JSON', 'x.json', '{', 'A412'],
  ['what is too large', 'x.json', `"${'x'.repeat(300_000)}"`, 'N805'],
  ['what becomes too large', 'x.json.gz', new Uint8Array(gzipSync('x'.repeat(90_000_000))), 'A404'],
] as const)(
  '%s is refused, and nothing of it stays',
  { timeout: 240_000 },
  async ([, name, content, code]) => {
    const { codes, body } = await post('admin red', '/api/actions/load', formOf('locations', name, content));
    expect(codes).toEqual([code]);
    expect(body).not.toContain(path(''));
    const sent = readdirSync(path('home/uploads'), { recursive: true }).map(String);
    expect(sent.filter((file) => /[/\\]/u.test(file) && !file.endsWith('holder'))).toEqual([]);
  },
);

test('a file is kept under its name alone, wherever that leads', { timeout: 240_000 }, async () => {
  const spade = JSON.stringify(bundle(labelled('tool', 90, 'S9090', 'Spade')));
  const form = formOf('locations', '../../../outside.json', spade);
  const { status, body } = await post('admin red', '/api/actions/load', form);
  expect({ status, body }).toMatchObject({ status: 200 });
  expect(body).toContain('"location":"outside.json"');
  expect(existsSync(path('outside.json'))).toBe(false);
  const home = await openHome({ home: path('home') });
  expect((await home.knowledgeBase()).sources().map(({ location }) => location)).toContain('outside.json');
  await home.close();
  // The same again changes nothing, and has no entry.
  const again = await post('admin red', '/api/actions/load', formOf('locations', 'outside.json', spade));
  expect(again.body).toContain('"isNew":false');
  expect(again.body).not.toContain('"journal"');
  expect(statSync(path('home/journal.jsonl')).mode & 0o777).toBe(0o600);
});

test('a part that no action takes is refused', async () => {
  expect((await post('admin red', '/api/actions/load', formOf('evil', 'x', 'x'))).codes).toEqual(['N842']);
});

test('an organisation that is sent opens no file that it names, and one that is marked is not replaced by whoever may not see it', async () => {
  writeFileSync(path('ours.csv'), 'technique\nT9001\n');
  const text = JSON.stringify({
    name: 'Farm',
    countries: ['LU'],
    controls: { coverage: [path('ours.csv')] },
  });
  const keeping = '/api/actions/org-keep';
  const sent = await post('admin red', keeping, formOf('file', 'org.yaml', text, { tlp: 'red' }));
  expect(sent).toMatchObject({ status: 200, codes: ['C864'] });
  const home = await openHome({ home: path('home') });
  expect((await keptOrganisation(home.paths.organisation)).kept).toMatchObject({
    organisation: { name: 'Farm', controls: { coverage: [] } },
    level: 'red',
  });
  expect((await keptCoverage(home.paths.coverage)).inventories).toEqual([]);
  await home.close();
  const mill = formOf('file', 'org.yaml', JSON.stringify({ name: 'Mill', countries: ['LU'] }));
  expect(await post('analyst green', keeping, mill)).toMatchObject({ codes: ['H583'] });
  expect(await post('analyst green', '/api/actions/org-remove', {})).toMatchObject({ codes: ['H582'] });
  const headers = { host: 'localhost', authorization: `Bearer ${tokens.get('analyst green') ?? ''}` };
  expect((await app.inject({ url: '/api/org-show', headers })).body).not.toContain('Farm');
  expect((await app.inject({ url: '/api/threats', headers })).body).toContain('W617');
});

test(
  'names that are marked above the clearance are not said to whoever asserts',
  { timeout: 240_000 },
  async () => {
    const hidden = labelled('tool', 91, 'S9191', 'Hidden Spade', {
      object_marking_refs: [markingOfLevel('red')],
    });
    const loaded = formOf('locations', 'hidden.json', JSON.stringify(bundle(hidden)));
    expect(await post('admin red', '/api/actions/load', loaded)).toMatchObject({ status: 200 });
    for (const object of ['Hidden Spade', 'Hidden Spades']) {
      const said = { subject: 'G9001', relation: 'uses', object, source: 'IR-9' };
      const named = /S9191|0{10}91/u;
      expect((await post('analyst green', '/api/actions/assert', said)).body).not.toMatch(named);
      expect((await post('admin red', '/api/actions/assert', said)).body).toMatch(named);
    }
  },
);

test('an assertion that is marked above the clearance is not changed', { timeout: 240_000 }, async () => {
  const said = { subject: 'G9001', relation: 'targets', object: 'FR', source: 'IR-10' };
  const asserting = '/api/actions/assert';
  expect(await post('admin red', asserting, { ...said, tlp: 'red' })).toMatchObject({ status: 200 });
  const again = await post('analyst green', asserting, { ...said, tlp: 'green', status: 'mentioned' });
  expect(again.codes).toEqual(['H598']);
  const other = { ...said, source: 'IR-11', tlp: 'green' };
  expect(await post('analyst green', asserting, other)).toMatchObject({ status: 200 });
});

test(
  'a report that is marked above the clearance is not changed by whoever sends it again',
  { timeout: 240_000 },
  async () => {
    const adding = '/api/actions/report-add';
    const sent = (given: object): FormData =>
      formOf('places', 'night.md', 'At night somebody came to the farm, and took the hay.\n', given);
    const kept = await post('admin red', adding, sent({ tlp: 'red', publisher: 'Night Shift' }));
    expect(kept).toMatchObject({ status: 200 });
    for (const dryRun of [true, false]) {
      const again = await post('analyst green', adding, sent({ tlp: 'clear', dryRun }));
      expect(again).toMatchObject({ codes: ['H597'] });
      expect(again.body).not.toContain('Night Shift');
    }
    const headers = { host: 'localhost', authorization: `Bearer ${tokens.get('analyst green') ?? ''}` };
    expect((await app.inject({ url: '/api/report-list', headers })).body).not.toContain('Night Shift');
  },
);

test(
  'sightings of sources that are marked above the clearance are not imported',
  { timeout: 240_000 },
  async () => {
    const amber = readFileSync(join(import.meta.dirname, '../home/importing/cases/stix/input.json'), 'utf8');
    const loaded = formOf('locations', 'seen.json', amber, { kind: 'vendor-report' });
    expect(await post('admin red', '/api/actions/load', loaded)).toMatchObject({ status: 200 });
    const importing = '/api/actions/sightings-import';
    expect((await post('analyst green', importing, { loaded: true })).body).toContain('"inputs":[]');
    expect((await post('admin red', importing, { loaded: true })).body).toContain('"file":"seen.json"');
  },
);

test('a part without a name is a file all the same', async () => {
  const payload = [
    '--x',
    'content-disposition: form-data; name="locations"',
    'content-type: application/octet-stream',
    '',
    '{',
    '--x--',
    '',
  ].join('\r\n');
  const headers = {
    host: 'localhost',
    authorization: `Bearer ${tokens.get('admin red') ?? ''}`,
    'content-type': 'multipart/form-data; boundary=x',
  };
  const { body } = await app.inject({ method: 'POST', url: '/api/actions/load', headers, payload });
  expect(codesIn(body)).toEqual(['A412']);
});

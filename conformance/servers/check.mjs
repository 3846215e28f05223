import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export const title =
  'collections of OASIS’s medallion, and events that pymisp writes, are synced as they are';

const COLLECTION = '472c94ae-3113-4e3e-a4dd-a9f4ac7471d4';
const TAXII = 'application/taxii+json;version=2.1';

/** @param {import('../tools.mjs').Tools} tools */
export async function check(tools) {
  const folder = mkdtempSync(join(tmpdir(), 'foeprint-servers-'));
  try {
    const library = await import('../../dist/home/index.js').catch(() => undefined);
    if (library === undefined) return ['dist is missing: run npm run build first'];
    return [...(await taxii(tools, library, folder)), ...(await misp(tools, library, folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {typeof import('../../dist/home/index.js')} Library */

/** @param {import('../tools.mjs').Tools} tools @param {Library} library @param {string} folder */
async function taxii(tools, library, folder) {
  const port = await freePort();
  const config = join(folder, 'medallion.json');
  writeFileSync(join(folder, 'data.json'), JSON.stringify(served(port)));
  writeFileSync(
    config,
    JSON.stringify({
      backend: {
        module: 'medallion.backends.memory_backend',
        module_class: 'MemoryBackend',
        filename: join(folder, 'data.json'),
      },
      users: { watch: 'dug' },
      taxii: { max_page_size: 2 },
    }),
  );
  const server = spawn(tools.program('medallion'), ['--port', String(port), config], { stdio: 'ignore' });
  try {
    const address = `http://127.0.0.1:${port}`;
    if (!(await answers(address))) return ['medallion does not start'];
    process.env['FOEPRINT_TAXII_PIER_PASSWORD'] = 'dug';
    const home = await homeWith(
      library,
      join(folder, 'taxii'),
      `taxii: { pier: { url: "${address}", user: watch } }`,
    );
    const names = async () => {
      const { catalogue } = (await home.knowledgeBase()).view();
      return catalogue.ofType(['intrusion-set']).map((term) => catalogue.entry(term).name);
    };
    await post(
      address,
      [1, 2, 3, 4, 5].map((number) => group(number, `Adder ${number}`)),
    );
    const first = await synced(library, home);
    const before = [...(await names())].toSorted();
    const again = await synced(library, home);
    // Times when objects are added are compared by the server in whole milliseconds.
    await wait(10);
    await post(address, [group(1, 'Adder 1, anew', '2026-03-01T00:00:00.000Z'), group(6, 'Adder 6')]);
    await synced(library, home);
    const after = [...(await names())].toSorted();
    const sources = (await home.knowledgeBase()).sources().length;
    await home.close();
    return [
      ...differs(
        'names after the first sync',
        before,
        [1, 2, 3, 4, 5].map((number) => `Adder ${number}`),
      ),
      ...differs(
        'issues of the first sync',
        first.flatMap(({ issues }) => issues),
        [],
      ),
      ...differs(
        'whether the second changed nothing',
        again.map(({ unchanged }) => unchanged),
        [true],
      ),
      ...differs('names after more was added', after, [
        'Adder 1, anew',
        ...[2, 3, 4, 5, 6].map((number) => `Adder ${number}`),
      ]),
      ...differs('sources', sources, 1),
    ];
  } finally {
    server.kill();
  }
}

/** @param {import('../tools.mjs').Tools} tools @param {Library} library @param {string} folder */
async function misp(tools, library, folder) {
  const written = spawnSync(tools.program('python'), ['conformance/servers/write_event.py'], {
    encoding: 'utf8',
  });
  if (written.status !== 0) return [`pymisp writes no event: ${written.stderr.trim().split('\n').at(-1)}`];
  const event = JSON.parse(written.stdout);
  const server = createServer((_, response) =>
    response.end(JSON.stringify({ response: [{ Event: event }] })),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    process.env['FOEPRINT_MISP_PIER_KEY'] = 'dug';
    const url = `http://127.0.0.1:${port}`;
    const home = await homeWith(library, join(folder, 'misp'), `misp: { pier: { url: "${url}" } }`);
    const issues = (await synced(library, home)).flatMap((each) => each.issues);
    const { reports } = await library.keptReports(home.paths.reports);
    await home.close();
    const [report] = reports;
    return [
      ...differs('issues of the event', issues, []),
      ...differs('reports', reports.length, 1),
      ...differs('title', report?.title, event.info),
      ...differs('date', report?.date, event.date),
      ...differs('marking', report?.level, 'amber'),
      ...differs('address', report?.url, `${url}/events/view/${event.uuid}`),
      ...differs(
        'what it names',
        report?.mentions.map(({ kind, id, name }) => `${kind} ${id ?? name}`).toSorted(),
        ['group G0016', 'technique T1059.001', 'technique T1566.001'],
      ),
      ...differs('its words', report?.text.includes('They sent letters to the harbour.'), true),
    ];
  } finally {
    server.close();
  }
}

/** @param {Library} library @param {import('../../dist/home/index.js').Home} home */
async function synced(library, home) {
  return await library.syncSources(home, []);
}

/** @param {Library} library @param {string} folder @param {string} config */
async function homeWith(library, folder, config) {
  await library.makeFolder(folder);
  writeFileSync(join(folder, 'config.yaml'), `sources: []\n${config}\n`);
  return await library.openHome({ home: folder, cwd: folder });
}

/** @param {string} what @param {unknown} found @param {unknown} expected */
function differs(what, found, expected) {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  return one === other ? [] : [`${what}: ${one}, not ${other}`];
}

/** @param {number} port */
function served(port) {
  const media = ['application/stix+json;version=2.1'];
  return {
    '/discovery': {
      title: 'Harbour',
      default: `http://127.0.0.1:${port}/pier/`,
      api_roots: [`http://127.0.0.1:${port}/pier/`],
    },
    pier: {
      information: { title: 'Pier', versions: [TAXII], max_content_length: 9_765_625 },
      status: [],
      collections: [
        {
          id: COLLECTION,
          title: 'Adders',
          can_read: true,
          can_write: true,
          media_types: media,
          objects: [],
          manifest: [],
        },
      ],
    },
  };
}

/** @param {number} number @param {string} name */
function group(number, name, modified = '2026-01-01T00:00:00.000Z') {
  return {
    type: 'intrusion-set',
    spec_version: '2.1',
    id: `intrusion-set--00000000-0000-4000-8000-00000000000${number}`,
    created: '2026-01-01T00:00:00.000Z',
    modified,
    name,
  };
}

/** @param {string} address */
function login(address) {
  return {
    address,
    headers: { accept: TAXII, authorization: `Basic ${Buffer.from('watch:dug').toString('base64')}` },
  };
}

/** @param {string} address @param {readonly unknown[]} objects */
async function post(address, objects) {
  const { headers } = login(address);
  const response = await fetch(`${address}/pier/collections/${COLLECTION}/objects/`, {
    method: 'POST',
    headers: { ...headers, 'content-type': TAXII },
    body: JSON.stringify({ objects }),
  });
  if (!response.ok)
    throw new Error(`medallion takes no objects: ${response.status} ${await response.text()}`);
}

/** @param {string} address */
async function answers(address) {
  const { headers } = login(address);
  for (let attempt = 0; attempt < 150; attempt++) {
    const response = await fetch(`${address}/taxii2/`, { headers }).catch(() => undefined);
    if (response?.ok === true) return true;
    await wait(200);
  }
  return false;
}

async function freePort() {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
}
